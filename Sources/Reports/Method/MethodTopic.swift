/// A part of the method, as every report and the project's own page on it say it: one text, so that neither can be ahead.
struct MethodTopic {
  var id: String
  var title: String
  var points: [Text]
}

/// The whole method, in the order in which a reader meets it.
let methodTopics: [MethodTopic] = [
  timeAndMoney, orderOfMonth, homes, rents, runningCosts, programmes, capital, loans, provisionAndCash,
  householdsInTA, costOfTA, contracts, accounts, measures, scrutiny, shortNames,
]
