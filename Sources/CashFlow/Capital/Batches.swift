import Finance
import Housing

/// The homes of one row of a programme that are started in one month.
struct Batch {
  let programme: Int
  let account: Account
  /// Its group in the projection.
  let group: Int
  let homes: Int64
  let start: Int
  /// The month on whose last day the homes are complete.
  let completion: Int
  /// Where its first month stands among the months of all batches.
  let first: Int
  let hasGrant: Bool
  /// Whether interest on what it borrows is added to its cost until it is complete.
  let capitalisesInterest: Bool

  /// What a month of it costs, and what is received towards it: grant, and contributions of others. Pence.
  struct Month {
    let spend, received, contributed: Int64
  }
}

/// Every batch of a model, in the order in which sources are given out: programmes as in the file, oldest first.
///
/// The months of all stand in one array, one batch after another, and so do the batches of all months: the month loop reads
/// both without taking hold of an array for each batch.
struct Batches {
  private(set) var all: [Batch] = []
  private var months: [Batch.Month] = []
  /// The batches that spend or receive in each month, by place in `all`, one month after another.
  private var active: [Int] = []
  /// Where in `active` each month begins; one more than there are months.
  private var firstActive: [Int]

  /// None: what a model without its plan has.
  init(months: Int) { firstActive = Array(repeating: 0, count: months + 1) }

  init(_ model: Model, firstGroup: Int, _ levels: IndexLevels) {
    self.init(months: Int(model.years) * 12)
    var group = firstGroup
    for (place, programme) in model.programmes.enumerated() {
      let level = levels.levels(programme.prices)
      var ofProgramme: [Batch] = []
      for row in programme.rows {
        start(row, programme, place, group, level, model, &ofProgramme)
        group += 1
      }
      // oldest first; rows started together stay in file order
      if programme.rows.count == 1 {
        all += ofProgramme
      } else {
        let order = ofProgramme.indices.sorted { (ofProgramme[$0].start, $0) < (ofProgramme[$1].start, $1) }
        for i in order { all.append(ofProgramme[i]) }
      }
    }
    layOutMonths()
  }

  /// The places in `all` of those that spend or receive in a month.
  func active(in month: Int) -> ArraySlice<Int> { active[firstActive[month]..<firstActive[month + 1]] }

  /// A month of one that is active in it.
  func month(_ month: Int, of batch: Batch) -> Batch.Month { months[batch.first + month - batch.start] }

  /// When the homes of a group are complete.
  func completions(of group: Int) -> [(month: Int, homes: Int64)] {
    var completions: [(month: Int, homes: Int64)] = []
    for batch in all where batch.group == group {
      completions.append((month: batch.completion, homes: batch.homes))
    }
    return completions
  }

  /// Starts the homes of a row, spread over the months of each year in which its programme starts any.
  private mutating func start(
    _ row: ProgrammeRow, _ programme: Programme, _ place: Int, _ group: Int, _ level: [Double],
    _ model: Model, _ started: inout [Batch]
  ) {
    let projected = firstActive.count - 1
    let window = programme.startMonths
    let profile = programme.profile.weights(lead: programme.lead)
    for year in 0..<Int(model.years) {
      let homes = row.starts[model.firstYear + year]
      guard homes > 0 else { continue }
      for (part, inYear) in window.enumerated() {
        let count = spread(homes, part: Int64(part + 1), of: Int64(window.count))
        let start = year * 12 + inYear + Int(programme.delay)
        guard count > 0, start < projected else { continue }
        let cost = BatchCost(row, programme, profile, count, start, level, model.firstYear)
        started.append(
          Batch(
            programme: place, account: programme.account, group: group, homes: count, start: start,
            completion: start + Int(programme.lead), first: months.count, hasGrant: cost.hasGrant,
            capitalisesInterest: model.capitalisesInterest && programme.mayCapitaliseInterest))
        months += cost.months
      }
    }
  }

  /// Lists the batches of each month, in their order.
  private mutating func layOutMonths() {
    let projected = firstActive.count - 1
    for batch in all {
      for month in batch.start...min(batch.completion, projected - 1) { firstActive[month + 1] += 1 }
    }
    for month in 0..<projected { firstActive[month + 1] += firstActive[month] }
    var next = firstActive
    active = Array(repeating: 0, count: firstActive[projected])
    for (place, batch) in all.enumerated() {
      for month in batch.start...min(batch.completion, projected - 1) {
        active[next[month]] = place
        next[month] += 1
      }
    }
  }
}
