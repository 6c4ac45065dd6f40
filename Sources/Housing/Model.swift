import Finance
import ModelFile

/// What a council has, plans and owes: everything that a projection needs.
public struct Model: Hashable, Sendable {
  /// How firm the figures are; anything but approved is said on every page.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    case illustrative, demonstration, draft, approved
  }

  public var council: String
  /// Its code of the Office for National Statistics, by which published tables name it.
  public var code: String?
  public var region: Region
  /// The file of what it published of its temporary accommodation, from the folder of the model.
  public var tables: String?
  public var title: String
  public var status: Status
  /// What a reader must know of the figures, in a sentence; shown wherever the status is.
  public var caution: String?
  public var firstYear: Year
  public var years: Int64
  public var priceBase: Year
  /// Months by which every start of every programme slips.
  public var slippage: Int64
  public var indices: [PriceIndex]
  public var rentPolicy: RentPolicy
  public var allowanceRates: [AllowanceRates]
  /// What cash earns, or costs when it is short, by year.
  public var treasuryRate: Series<Rate>
  /// Whether interest on homes that take a year or more to build is added to their cost until they are complete.
  public var capitalisesInterest: Bool
  public var hra: HousingRevenueAccount?
  public var generalFund: GeneralFund
  public var receiptRules: ReceiptRules
  public var sums: [AccountSum]
  public var stock: [StockGroup]
  public var debts: [ExistingLoan]
  public var loans: [LoanTerms]
  public var funds: [BlendedFund]
  public var programmes: [Programme]
  public var contracts: [OutcomesContract]
  public var temporaryAccommodation: TemporaryAccommodation
  public var socialValues: [SocialValue]
  public var tests: [CouncilTest]
  public var appraisal: Appraisal
  public var signatures: Signatures
  public var scrutiny: Scrutiny
  /// What is uncertain; nothing where the model does not say.
  public var simulation: Simulation?
  public var scenarios: [Scenario]
  public var publication: Publication
  /// The month as at which reviews are judged; without one, none is overdue.
  public var asOf: ReviewDate?
  public var register: [RegisterEntry]
}

/// Who stands behind the figures.
public struct Signatures: Hashable, Sendable {
  public var commissioner, analyst, assurer, approver: String?
}

extension Model {
  public var lastYear: Year { firstYear + Int(years - 1) }

  /// Every assumption of a model file, in the order of its register.
  public init(_ form: inout Form) {
    council = form.text("council", "The council")
    code = form.optionalText("code", most: 20, "The council's code of the Office for National Statistics")
    region = form.choice(
      "region", or: Assumed(.notSaid, "the model does not say it"), "The region of England that it is in")
    tables = form.optionalText(
      "tables", "A file of published homelessness tables with its rows, from the folder of this file")
    title = form.text("title", "What the plan is, as a title")
    status = form.choice(
      "status", or: Assumed(.draft, "a draft until the model says otherwise"), "How firm the figures are")
    caution = form.optionalText("caution", most: 600, "What a reader must know of the figures")
    firstYear = form.firstYear("first_year", in: 2000...2100, "The first financial year of the projection")
    years = form.count("years", of: "years", in: 1...60, "How many years are projected")
    form.horizon(years)
    let base = form.year(
      "price_base", in: 1990...2100, or: Assumed(firstYear, "the first year"),
      "The year in whose prices costs are given")
    priceBase = base
    let (first, last) = (firstYear, firstYear + Int(years - 1))
    let slippage = form.months(
      "slippage", in: 0...120, or: Assumed(0, "no slippage unless the model says so"),
      "How long every start of every programme slips")
    self.slippage = slippage
    indices = form.each("index") { form in PriceIndex(&form) }
    rentPolicy = form.section("rent_policy") { form in RentPolicy(&form) }
    allowanceRates = form.each("lha_rates") { form in AllowanceRates(&form) }
    (treasuryRate, capitalisesInterest) = form.section("treasury") { form in
      (
        form.rates("rate", in: .percent(0...25), "What cash earns in a year, or costs when it is short"),
        form.flag(
          "capitalise_interest",
          or: Assumed(false, "interest is charged as it falls unless the model says so"),
          "Whether interest is added to the cost of homes that take a year or more to build or convert")
      )
    }
    hra = form.optionalSection("hra") { form in HousingRevenueAccount(&form) }
    generalFund = form.section("general_fund") { form in GeneralFund(&form) }
    receiptRules = form.section("receipts") { form in ReceiptRules(&form) }
    sums = form.each("sum") { form in AccountSum(&form, base) }
    stock = form.each("stock") { form in StockGroup(&form, base) }
    debts = form.each("debt") { form in ExistingLoan(&form) }
    let rates = RateMarket(&form, firstYear: firstYear, years: years)
    loans = form.each("loan") { form in LoanTerms(&form, rates) }
    funds = form.each("fund") { form in BlendedFund(&form, rates) }
    programmes = form.each("programme") { form in Programme(&form, base, slippage: slippage) }
    contracts = form.each("contract") { form in OutcomesContract(&form) }
    temporaryAccommodation = form.section("ta") { form in TemporaryAccommodation(&form, base) }
    socialValues = form.each("social_value") { form in SocialValue(&form) }
    tests = form.each("test") { form in CouncilTest(&form) }
    appraisal = form.section("appraisal") { form in Appraisal(&form, base, lastYear: last) }
    signatures = form.section("sign_off") { form in Signatures(&form) }
    scrutiny = Scrutiny(&form, firstYear: firstYear)
    simulation = form.optionalSection("simulation") { form in Simulation(&form, base, firstYear: first) }
    scenarios = form.scenarios()
    publication = form.section("publication") { form in Publication(&form) }
    asOf = form.optionalReviewDate("as_of", "The month as at which reviews are judged, such as 2026-11")
    register = form.registerEntries()
    check(&form)
  }
}

extension Signatures {
  init(_ form: inout Form) {
    commissioner = form.optionalText("commissioner", "Who asked for the work")
    analyst = form.optionalText("analyst", "Who built the model")
    assurer = form.optionalText("assurer", "Who checked it")
    approver = form.optionalText("approver", "Who approved its use")
  }
}
