let accounts = MethodTopic(
  id: "method-accounts", title: "Accounts",
  points: [
    "The HRA’s operating surplus is rents, charges and other income less running costs. Depreciation, interest, provision and revenue spent on capital follow, to the surplus, which moves its balance.",
    "The General Fund’s operating net is its homes and temporary accommodation; interest, provision and revenue spent on capital follow. Its net is met from the council’s budget month by month: no balance is carried.",
    "HRA money is ring-fenced: a gain there cannot pay for a cost of the General Fund. The two stand apart before their sum.",
    "An amount is counted when it is charged, capital when it is spent, grant when it is received. What is spent on homes is never counted paid and again financed.",
  ])

let measures = MethodTopic(
  id: "method-measures", title: "What the first page says",
  points: [
    "Households rehoused are those whom the plan’s lettings take out of TA, gross. Fewer in TA is without the plan less with it, each 31 March, net. Neither stands for the other.",
    "A household-year avoided is 365 household-nights fewer in TA.",
    "The budget effect is the difference in the HRA’s surplus and in the General Fund’s net: what budgets feel, loans among it.",
    "The value is the difference in cash before borrowing. Discounted and in real terms at the Green Book’s rates it is the net present value to the council, the first year undiscounted; it counts grant and benefit as income, so it is no Green Book appraisal.",
    "Payback is the first year from which the value to date stays at or above nil. A rate of return may be one, none or several, and the report says which.",
    "The sustainable rate is the highest, up to 15%, at which every test passes and the HRA is never in deficit, put for every loan of the plan.",
    "Cost for each household is the net present value, turned, over households rehoused or household-years avoided.",
  ])
