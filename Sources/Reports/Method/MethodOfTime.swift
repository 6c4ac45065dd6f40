let timeAndMoney = MethodTopic(
  id: "method-time", title: "Time, money and rounding",
  points: [
    "The model runs month by month twice: with the plan, and without its programmes and contracts, with nothing else changed. The plan’s effect is the difference.",
    "Month 0 is the April of the first year. A financial year is twelve months and ends with its March; its figures are the sum of its months or, for a balance, its March. Days are calendar days.",
    "Money is in whole pence. A line is rounded once, half to even, when it is posted for a month and an item; every total is a sum of posted pence, so every table foots.",
    "A sum for a longer time is spread: after so many of its months, as much is posted as the rounded share of it, so the months come back to the sum. Yearly sums, interest within its period, provision over a life and whole homes are spread so.",
    "Rates are yearly and nominal: a month bears a twelfth, a loan that is paid so many times a year that part of it.",
    "An index is one in the year of its price base and is multiplied each April by one and its growth; before the base it is divided. Real growth compounds with it. A series by year keeps its last value; an amount by year is nothing after its last.",
    "Indices, weekly rents and households are carried unrounded.",
    "A table in pounds rounds each lowest line of a year once, and adds what it shows. A balance is its shown opening and its shown flows, and can differ from the exact one by a few pounds after many years.",
    "Households are shown whole: each flow shows what its rounded running total moves by, so that a table adds up as printed.",
    "Income is plus and cost is minus; balances, debts, homes and households are plus.",
  ])

let orderOfMonth = MethodTopic(
  id: "method-month", title: "The order of a month",
  points: [
    "In April prices, rents and rates step to the new year.",
    "Homes fall empty and are let; a share of lettings goes to households in TA.",
    "Households in TA leave for other reasons, move to settled homes, grow a month older, come in, are placed and are moved; then the month’s places are paid for.",
    "Homes that were there as the month opened bring rent and bear running costs.",
    "Interest accrues on loans and cash as the month opened.",
    "Capital is spent. Grant, contributions, Right to Buy receipts, other receipts, the Major Repairs Reserve and revenue pay for it in that order; the rest is borrowed and drawn on the last day.",
    "Loan payments that fall due are made.",
    "In March the year’s provision for borrowing is set aside, receipts whose time is over go back, and what falls due is refinanced.",
    "Homes are completed, sold, lost or handed back, and balances close. No step reads a later one, and nothing is solved by trying again.",
  ])
