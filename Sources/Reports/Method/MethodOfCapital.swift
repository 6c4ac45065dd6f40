let capital = MethodTopic(
  id: "method-capital", title: "What pays for capital",
  points: [
    "Major repairs of the HRA are paid for first: reserve, receipts, revenue, borrowing. Then batches, in the order of the programmes and oldest first; each takes from what earlier ones left this month.",
    "Grant and contributions pay for their own batch, and may repay what it borrowed. Right to Buy receipts pay up to their share of the batch’s spend so far, and beside grant only from the year that allows it. Other receipts pay up to the account’s opening balance, the Major Repairs Reserve down to its minimum, and revenue as far as the council lets it.",
    "The rest is borrowed. The capital financing requirement grows by borrowing and falls by provision and by receipts set aside; repaying a loan never changes it.",
    "Right to Buy receipts are used by the year to whose end they may be, earliest first. What is left then goes back, with simple interest that the HRA bears.",
    "Where the council’s policy says so, interest on homes that take a year or more to build or convert is added to their cost each month before completion, at the rate of the batch’s first draw, and borrowed.",
  ])

let loans = MethodTopic(
  id: "method-loans", title: "Loans",
  points: [
    "What an account borrows in a month is drawn on its last day, from its loans in the order of the model, each up to its limit and for the programmes it names. A loan belongs to one account.",
    "Each draw is a loan of its own, at the rate of the year in which it is drawn. Its interest is on what was owed, to the penny, and is spread over the months it is for; what is charged and not yet paid is accrued.",
    "An annuity pays the same each time; equal instalments repay the same principal each time; a maturity loan repays at the end. The last payment clears every rounded penny. A bond repays par, which is what it brings over its price; its discount and cost of issue are charged when it is issued.",
    "A variable loan bears in each period the rate of the year in which the period opens. A draw on a fund is shared among its tranches, each a loan of its own; interest of one that may wait is paid as far as the HRA balance stands above its minimum, those of the first rank first, and what waits is added to what is owed and bears interest.",
    "Where an account names a loan for it, cash below its floor is made up by a draw: in March, and in other months up to the principal that falls due all at once.",
  ])

let provisionAndCash = MethodTopic(
  id: "method-cash", title: "Provision and cash",
  points: [
    "The General Fund provides for what each batch borrowed from the year after completion, over a life of at most 50 years: in equal parts or as an annuity. It is not the loan’s principal.",
    "The HRA provides nothing, the principal repaid, each batch’s borrowing over a life, or what stands above its minimum balance, as the council chooses. With nothing, revenue never bears the cost of the homes.",
    "Cash of an account is its balance and reserves, grant and contributions not yet applied, loans and interest accrued, less the capital financing requirement. Below nil it is internal borrowing. It earns, or bears, the treasury rate.",
  ])
