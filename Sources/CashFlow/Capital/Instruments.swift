import Finance
import Housing

/// What a draw becomes, as plain numbers: a loan of the model, or a tranche of a fund.
struct Instrument {
  let lender: Vintage.Lender
  let account: Account
  let repayment: Repayment
  let isVariable: Bool
  let paymentsPerYear: Int64
  let payments: Int64
  let roundsUp: Bool
  /// What it brings, and what it costs to issue, as shares of what is owed.
  var price = Rate.whole, cost = Rate.zero
  /// Whether all of its principal, not the last of a loan at maturity alone, counts as falling due.
  var isOfFund = false
  var isDeferrable = false
  var rank: Int64 = 0
  /// What part of a draw of its fund goes to it and those before it.
  var shares = (before: Int64(0), through: Rate.whole.millionths)

  var period: Int { Int(12 / paymentsPerYear) }
}

/// What an account draws on as one: a loan, or a fund with its tranches.
struct Facility {
  let account: Account
  let limit: Int64?
  /// Its instruments among all.
  let instruments: Range<Int>
  /// Whether any programme of its account, and its major repairs, may be paid for.
  let isForAll: Bool
}

/// Everything that the accounts of a model draw on, laid out once so that the month loop copies nothing.
struct Instruments {
  private(set) var all: [Instrument] = []
  /// Loans, then funds.
  private(set) var facilities: [Facility] = []
  /// The facilities of each account in the order in which they are drawn: funds that are drawn first, loans, funds.
  private(set) var ofHRA: [Int] = [], ofGeneralFund: [Int] = []
  /// The annual rate of each instrument by year, one instrument after another.
  private(set) var rates: [Rate] = []
  /// Whether each facility pays for each programme, one facility after another.
  private(set) var pays: [Bool] = []
  /// The programmes of each account.
  let programmesOfHRA: [Int], programmesOfGeneralFund: [Int]
  let programmes: Int
  let years: Int

  init(_ model: Model) {
    (programmes, years) = (model.programmes.count, Int(model.years))
    programmesOfHRA = model.programmes.indices.filter { model.programmes[$0].account == .hra }
    programmesOfGeneralFund = model.programmes.indices.filter { model.programmes[$0].account == .generalFund }
    for (place, terms) in model.loans.enumerated() {
      var instrument = Instrument(
        lender: .loan(place), account: terms.account, repayment: terms.repayment,
        isVariable: terms.kind == .variable, paymentsPerYear: terms.paymentsPerYear,
        payments: terms.months * terms.paymentsPerYear / 12, roundsUp: terms.roundsUp)
      if case .bond(let bond) = terms.kind { (instrument.price, instrument.cost) = (bond.price, bond.cost) }
      add(instrument, terms.annualRate, model)
      add(terms.account, terms.limit, terms.programmes, from: all.count - 1)
    }
    for (place, fund) in model.funds.enumerated() {
      let first = all.count
      var before: Int64 = 0
      for (t, tranche) in fund.tranches.enumerated() {
        let through = before + tranche.share.millionths
        add(
          Instrument(
            lender: .tranche(t, fund: place), account: fund.account, repayment: tranche.repayment,
            isVariable: false, paymentsPerYear: tranche.paymentsPerYear,
            payments: tranche.months * tranche.paymentsPerYear / 12, roundsUp: false, isOfFund: true,
            isDeferrable: tranche.isDeferrable && fund.account == .hra, rank: tranche.rank,
            shares: (before: before, through: through)), tranche.annualRate, model)
        before = through
      }
      add(fund.account, fund.limit, fund.programmes, from: first)
    }
    let first = model.funds.indices.filter { model.funds[$0].isDrawnFirst }.map { model.loans.count + $0 }
    let order = first + facilities.indices.filter { !first.contains($0) }
    ofHRA = order.filter { facilities[$0].account == .hra }
    ofGeneralFund = order.filter { facilities[$0].account == .generalFund }
  }

  private mutating func add(_ instrument: Instrument, _ annualRate: Series<Rate>, _ model: Model) {
    all.append(instrument)
    for k in 0..<years { rates.append(annualRate[model.firstYear + k]) }
  }

  private mutating func add(_ account: Account, _ limit: Money?, _ named: [Int], from first: Int) {
    facilities.append(
      Facility(
        account: account, limit: limit.map { $0.pence }, instruments: first..<all.count,
        isForAll: named.isEmpty))
    for programme in 0..<programmes { pays.append(named.isEmpty || named.contains(programme)) }
  }

  /// The rate of an instrument in the year of a month; beyond the last, that of the last.
  func rate(_ instrument: Int, _ month: Int) -> Rate {
    rates[instrument * years + min(month / 12, years - 1)]
  }
}
