let householdsInTA = MethodTopic(
  id: "method-ta", title: "Households in temporary accommodation",
  points: [
    "Households are expected numbers by kind of place, by the bedrooms they need and by months in TA, up to five years.",
    "Each band of time leaves for other reasons at its own yearly rate. Then a fixed number leaves by other offers, and what no record explains: each from all that remain, in proportion.",
    "Lettings by size take households of that need, the longest there first unless the model says otherwise; a letting of the plan is never more than there are households for. What a letting does not take goes to others and changes nothing in TA.",
    "A letting of the plan to a council tenant leaves a home behind: so many months later a share of such homes is let to households in TA, in the size that was left. One link is followed, no more.",
    "The plan can bring households into TA: private tenants of homes bought or leased, tenants of leases that end, and a share of those it settled, some months later.",
    "Those who come in are placed by each kind’s share as far as its capacity goes; the rest go to the one kind that has no limit.",
    "A freed place may be filled from a dearer one, and council-owned temporary homes are filled from the dearest places: those that cost the most a night after what is recovered. When such homes go, their households move to the kind without a limit.",
    "Published numbers in TA do not follow published decisions. What parts them is a flow of its own, given by year, and nothing unless fitted.",
    "Families in bed and breakfast for over six weeks are an expectation: months in TA stand for months there, all from the third month count and half of those in their second.",
    "A mean stay is the household-nights of a year divided by those who left in it.",
    "Published lengths of stay are of stays that have not ended, and are not used as rates of leaving.",
    "Where others leave at a rate, each household rehoused also means fewer who would have left anyway; where they leave by offers, one home is one household.",
  ])

let costOfTA = MethodTopic(
  id: "method-ta-cost", title: "What temporary accommodation costs",
  points: [
    "A place is paid for from month to month, and to the end of its notice after it falls empty: the highest number of this month and the months of notice before it. Gross cost is those nights times the nightly cost and its index.",
    "What is recovered is by household-night, as the model gives it or by the rule of Housing Benefit subsidy, whose limits are frozen at January 2011. Gross, recovered and net stand apart.",
    "A place in a temporary home of the plan costs nothing here: its costs are those of the home. Where its subsidy is limited, the General Fund bears the rent above the limit that benefit would have met.",
  ])

let contracts = MethodTopic(
  id: "method-contracts", title: "Outcomes contracts",
  points: [
    "Investors advance the cost of each start. Outcomes are the start and being in place so many months on. Each has a tariff, up to a cap for one household and a cap in all, which binds to the penny; the council pays its share of what is paid, and others the rest.",
    "A contract finds its own homes, and its additional share of starts leaves TA; or it counts lettings of a programme and adds no exit.",
    "What is paid meets fees, coupons and principal in the order that the model gives, and what is left goes by residual shares once no more is advanced or charged. An investor’s rate of return is that of its yearly flows.",
    "What a contract saves is what TA costs less than in a run of the same plan without that contract.",
    "A proxy of social value is the council’s to enter, with its licence. It stands in a table of its own and is never added to cash.",
  ])
