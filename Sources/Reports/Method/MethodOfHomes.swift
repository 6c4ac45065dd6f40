let homes = MethodTopic(
  id: "method-homes", title: "Homes and their lettings",
  points: [
    "Homes of one size in one programme, and existing homes that are alike, are a group with one average rent. A home completed in a month brings rent and bears cost from the next.",
    "Relets are the yearly rate over twelve, times the homes let as the month opens. A home lost other than by sale takes one relet of its group in that month, for its tenant.",
    "Sales, losses, disposals and conversions are whole homes, never more than there are: a number spread over each year, or a share of the homes at 1 April, added up exactly from the first year on. A home converted joins another group of its account, is let anew at that group’s rent, and counts as no home of the plan.",
    "A sale under the Right to Buy brings what the council keeps of it, as given or as the price less a discount, at most the cap of the year, and costs; a share may be set aside against debt. A disposal brings its receipt to other receipts.",
    "The void rate is given, or is the relet rate times the days that a home stands empty over 365.",
    "A first letting comes so many weeks after completion; until then its rent is shown as lost. Homes that are slow to let wait longer.",
  ])

let rents = MethodTopic(
  id: "method-rents", title: "Rents",
  points: [
    "A home-month is the weekly rent times the weeks of the year over twelve: 52, or the Mondays of the year where the council charges by them.",
    "Rents rise each April by the September inflation of the year before and the points that policy adds, at most by the year’s limit. Where a model gives no points or no limit, those that are published hold in their years, which for supported homes were others in April 2023. A rent is a week’s over 52 weeks; one quoted over other weeks is restated.",
    "A fixed or market rent is paid by new and sitting tenants alike. A rent on the Local Housing Allowance follows the allowance of its year and size: given, frozen, following an index, or set again every so many years.",
    "A formula rent is 70% by county earnings and size and 30% by the home’s value at January 1999, raised by the formula’s own uplifts and held to its cap, which rises by a path of its own. A new letting pays it with the flexibility claimed; a sitting tenant’s rent converges on it by the year’s cash step, and one above it may rise by less than others, never to under it. Flexibility is at most 5%, or 10% for supported homes.",
    "An affordable rent is a share of market rent at each new letting, at most 80%, and rises with policy for who stays; a council may hold it to at least the formula. London Affordable Rent is a benchmark that the model gives by year.",
    "Each April a group’s average moves towards what a new letting pays, by its relet rate; when homes are added it is the mean by homes.",
    "Rent due is on opening homes. Rent lost is that of homes before their first letting and the void rate of the rest; bad debt is a share of what is left. The three are never netted.",
    "A temporary home loses rent for each home above the mean of the households in it.",
  ])

let runningCosts = MethodTopic(
  id: "method-costs", title: "Running costs",
  points: [
    "Management, repairs, insurance, services, lease rent, depreciation and major repairs are a yearly sum for each opening home, times its index, over twelve.",
    "In the HRA depreciation is a real charge that feeds the Major Repairs Reserve, and major repairs are capital. In the General Fund depreciation is reversed out, provision stands in its place, and major repairs are charged to revenue.",
    "Sums of a whole account are given by year, spread over its months, and join the line that they name.",
  ])

let programmes = MethodTopic(
  id: "method-programmes", title: "Programmes",
  points: [
    "Homes are bought, built, converted or leased. The homes of one row that start in one month are a batch. Starts of a year are spread over the months given and slip by the programme’s delay and the plan’s.",
    "A purchase is paid for when it is complete. Building is paid for evenly, by an S-curve (3t² − 2t³ of the cost by the share t of the time) or by stages. Works, fees and Stamp Duty Land Tax fall at completion; the tax is that of the indexed price by the bands of the month, down to the pound.",
    "Grant comes with spend, or by shares at start and completion; section 106 money at completion; a partner pays its share of what those leave, as it is spent.",
    "A partner has its share of the rent due and bears its share of rent lost and bad debt.",
    "A lease has no capital: its rent is a running cost, and its homes are handed back on the last day of the month in which it ends, when a share of the households in them comes into TA again. The rents still to pay are shown beside debt.",
    "In a settled home a household has left TA. In a temporary one it has not: the bill falls, the number does not. The two are never added.",
  ])
