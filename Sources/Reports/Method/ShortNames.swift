/// What the short names of the field stand for, for who meets one in a table or a citation first.
let shortNames = MethodTopic(
  id: "short-names", title: "Short names",
  points: [
    "CFR: capital financing requirement, what has been borrowed for and not yet provided for.",
    "CIPFA: Chartered Institute of Public Finance and Accountancy.", "CPI: consumer prices index.",
    "FA: Finance Act.", "HRA: Housing Revenue Account.", "LAHF: Local Authority Housing Fund.",
    "LHA: Local Housing Allowance.",
    "MHCLG: Ministry of Housing, Communities and Local Government.",
    "MRP and VRP: minimum and voluntary revenue provision, set aside from revenue to repay borrowing.",
    "NPV: net present value, money of later years counted for less.",
    "OBR: Office for Budget Responsibility.", "ONS: Office for National Statistics.",
    "PWLB: Public Works Loan Board, the lending of the Treasury to councils.",
    "RSH: Regulator of Social Housing.", "SDLT: Stamp Duty Land Tax.", "TA: temporary accommodation.",
  ])
