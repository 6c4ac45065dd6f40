let scrutiny = MethodTopic(
  id: "method-scrutiny", title: "What a section 151 officer asks for",
  points: [
    "Financing costs are interest on loans, less what cash earns and what is added to the cost of building, and provision. Over the HRA’s rents and service charges, or over the General Fund’s net revenue stream if it is given, they are the share of revenue that debt takes.",
    "Interest cover is the HRA’s operating surplus over interest on loans, with depreciation taken off first and without. Loan to value is loans over what homes are worth, if every group of homes gives a value.",
    "Gross debt is held beside the capital financing requirement of the year before and what is added to it in the year and the next two, as far as the projection goes.",
    "The liability benchmark is the capital financing requirement less balances, reserves, unspent grant and unpaid interest, and the cash to be kept at hand.",
    "In the statement of balances the requirement and cash are on one side, balances, reserves and loans on the other. Cash below nil is internal borrowing.",
    "A figure of the approved budget stands beside the run without the plan, an actual beside the run with it. A difference without a reason comes first.",
    "A rent is set beside the Local Housing Allowance with its service charge, as an average of the homes of a group; temporary homes are left out.",
    "Lettings to others are all lettings of settled homes less those into which households in TA move.",
    "To the public purse grant and benefit are transfers, and are taken out of the value to the council. Tax on purchases is left as a cost.",
    "In a stress values of the model are changed and both runs are done again; a mitigation is changed on top. Changes add up: points on rates and rises, months of delay, shares of costs and of starts. A grant for each home is cut to what the cheapest home then costs.",
    "Real figures of an account are cash of the year over the deflator, each lowest line rounded once and totals added.",
  ])
