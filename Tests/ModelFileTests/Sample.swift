import Finance
import ModelFile
import TestSupport
import Testing

/// A small model that asks for every kind of value.
struct Sample {
  enum Use: String, CaseIterable, Sendable { case settled, temporary }
  enum Delivery: Equatable {
    case buy(price: Money)
    case build(cost: Money, leadTime: Int64)
  }
  struct Loan {
    var name: String, rate: Series<Rate>, term: Int64, isVariable: Bool, margin: Rate, drawnBy: Year?
  }
  struct Programme {
    var name: String, homes: Series<Int64>, delivery: Delivery, use: Use, loan: Int, also: [Int]
  }

  var title: String
  var firstYear: Year
  var years: Int64
  var inflation: Series<Rate>
  var convergence: Series<Rate>
  var budget: Series<Money>
  var rent: Money
  var relets: Rate
  var reserve: Money?
  var emptyWeeks: Int64
  var homes: Int64
  var note: String?
  var types: [String]
  var loans: [Loan]
  var programmes: [Programme]

  init(_ form: inout Form) {
    title = form.text("title", or: Assumed("A council", "assumption"), "What the model is called")
    firstYear = form.firstYear("first_year", in: 2020...2060, "The first financial year of the plan")
    years = form.count(
      "years", of: "years", in: 1...60, or: Assumed(40, "assumption"), "How many years are projected")
    form.horizon(years)
    inflation = form.rates(
      "inflation", in: .percent(-5...25), or: Assumed(.percent(2), "Bank of England"), "Growth")
    convergence = form.pointsByYear(
      "convergence", in: .percent(-5...5), or: Assumed(.percent(1), "Policy statement"), "Above inflation")
    budget = form.monies(
      "budget", in: .pounds(-1_000...1_000_000), after: .nothing, or: Assumed(.zero, "assumption"),
      "A sum a year")
    rent = form.money("rent", per: "week", in: .pounds(0...2_000), "Average rent of a let home")
    relets = form.rate(
      "relets", in: .percent(0...50), or: Assumed(.percent(4), "assumption"), "Homes let again")
    reserve = form.optionalMoney("reserve", in: .pounds(-5...1_000), "What is kept")
    emptyWeeks = form.weeks("empty", in: 0...52, or: Assumed(3, "assumption"), "Until the first letting")
    homes = form.count("homes", of: "homes", in: 0...200_000, "Homes on the first day")
    note = form.optionalText("note", "A remark")
    types = form.section("ta") { form in form.each("type") { form in form.name } }
    loans = form.each("loan") { form in
      Loan(
        name: form.name,
        rate: form.rates("rate", in: .percent(0...25), "Annual rate"),
        term: form.months("term", in: 12...600, "Time to the last repayment"),
        isVariable: form.flag("variable", or: Assumed(false, "assumption"), "Whether the rate moves"),
        margin: form.points(
          "margin", in: .percent(-3...3), or: Assumed(.zero, "assumption"), "Above the base"),
        drawnBy: form.optionalYear("drawn_by", in: 2020...2090, "The last year of drawing"))
    }
    programmes = form.each("programme") { form in
      Programme(
        name: form.name,
        homes: form.counts("homes", of: "homes", in: 0...5_000, after: .nothing, "Homes started"),
        delivery: form.oneOf(
          "delivery",
          [
            (
              "buy",
              { form in .buy(price: form.money("price", in: .pounds(0...2_000_000), "Price of a home")) }
            ),
            (
              "build",
              { form in
                .build(
                  cost: form.money("cost", in: .pounds(0...2_000_000), "Cost of building a home"),
                  leadTime: form.months("lead_time", in: 0...120, "From start to handover"))
              }
            ),
          ], or: Assumed("buy", "assumption"), "How homes are got"),
        use: form.choice("use", or: Assumed(Use.settled, "design"), "What the homes are for"),
        loan: form.reference("loan", to: "loan", "The loan that pays"),
        also: form.references("refuges", to: "ta.type", "Where households come from"))
    }
  }

  /// What a right model may begin with: everything that has no default.
  static let required = "first_year = \"2026-27\"\nrent = \"£104.20 per week\"\nhomes = 3120\n"
}

struct Loaded {
  var sample: Sample, rows: [Assumption]

  init(_ layers: [(name: String, text: [UInt8])], _ overrides: [String] = []) throws(ModelFileError) {
    var form = Form(layers, overrides: overrides)
    sample = Sample(&form)
    rows = try form.close()
  }

  init(_ text: String, _ overrides: [String] = []) throws(ModelFileError) {
    try self.init([(name: "x.toml", text: Array(text.utf8))], overrides)
  }

  func row(_ path: String) throws -> Assumption { try #require(rows.first { $0.path == path }) }
}

/// The lines that a model with these layers and overrides is refused with.
func refusal(_ layers: [(name: String, text: String)], _ overrides: [String] = []) -> [String] {
  do throws(ModelFileError) {
    _ = try Loaded(layers.map { (name: $0.name, text: Array($0.text.utf8)) }, overrides)
    return []
  } catch {
    return error.lines
  }
}

/// Expects that a model is refused at the spots marked with ▸ in it, each with the message of its turn.
func expect(
  _ marked: String, _ messages: [String], after prelude: String = Sample.required,
  at location: SourceLocation = #_sourceLocation
) {
  var text = prelude
  var spots: [String] = []
  for scalar in (prelude + marked).unicodeScalars.dropFirst(prelude.unicodeScalars.count) {
    guard scalar == "▸" else {
      text.unicodeScalars.append(scalar)
      continue
    }
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    spots.append("x.toml:\(lines.count):\((lines.last?.count ?? 0) + 1)")
  }
  #expect(spots.count == messages.count, sourceLocation: location)
  let expected = zip(spots, messages).map { "\($0): \($1)" }
  #expect(refusal([(name: "x.toml", text: text)]) == expected, sourceLocation: location)
}
