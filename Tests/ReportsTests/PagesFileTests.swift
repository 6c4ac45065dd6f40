import Housing
import ModelFile
import TestSupport
import Testing

@testable import Reports

@Suite struct PagesFileTests {
  private func worked(_ overrides: String...) throws -> LoadedModel {
    try LoadedModel(
      [(name: "models/worked-example.toml", text: fixture("worked-example.toml"))], overrides: overrides)
  }

  @Test func theWorkedExampleReadsAsRecorded() throws {
    let files = try Reports.files(of: worked())
    #expect(
      files.map { $0.name } == [
        "report.md", "report.html", "households.svg", "leaving.svg", "budget.svg", "value.svg",
        "rate-rent.svg", "tornado.svg", "debt.svg",
        "liability-benchmark.svg",
        "figures.csv",
      ])
    let difference = goldenDifference(files[0].bytes, "worked-example/report.md")
    #expect(difference == nil)
  }

  /// A made-up council with one of every feature: what no worked example shows is read here.
  @Test func theModelOfEverythingReadsAsRecorded() throws {
    let loaded = try LoadedModel([
      (name: "models/everything.toml", text: fixture("everything.toml"))
    ])
    let difference = goldenDifference(try Reports.files(of: loaded)[0].bytes, "everything/report.md")
    #expect(difference == nil)
  }

  /// The worked example, worked out by hand: 2026-27, to the penny.
  @Test func figuresAreExact() throws {
    let csv = String(decoding: try #require(try files(of: worked()).last).bytes, as: UTF8.self)
    #expect(csv.contains("gf.net,\"Net of the General Fund\",GBP,2026-27,-161072.86,-166441.34,5368.48\r\n"))
    #expect(csv.contains("hra.surplus,Surplus,GBP,2026-27,-1054.13,1520.79,-2574.92\r\n"))
    #expect(csv.contains(",GBP,2026-27,") && csv.contains("-154208.29\r\n"))
  }

  @Test func borrowingThatFallsShortIsRefused() throws {
    let loaded = try worked("loan.pwlb.limit=£100,000")
    let error = #expect(throws: ModelFileError.self) { try files(of: loaded) }
    #expect(
      error?.lines == [
        "--set loan.pwlb.limit=£100,000: no loan has room for £61,000 of HRA borrowing in October 2026, for programme home; raise this limit, or add a loan that may pay for it"
      ])
    #expect(try files(of: worked()).count == 11)
  }

  @Test func theFingerprintIsOfTheInputs() throws {
    let first = SHA256.fingerprint(of: try worked().sources)
    #expect(first == SHA256.fingerprint(of: try worked().sources))
    #expect(first != SHA256.fingerprint(of: try worked("loan.pwlb.rate=5%").sources))
  }

  /// NIST, FIPS 180-4, examples of SHA-256; the first is of no bytes.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]) func hashesAreAsPublished(message: String, digest: String) {
    let hex = SHA256.hash(Array(message.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
    #expect(hex == digest)
  }

  @Test(arguments: [
    ("MHCLG, https://www.gov.uk/a_b, table 2", "https://www.gov.uk/a_b"),
    ("(see https://example.org/x).", "https://example.org/x"), ("no address", ""),
    ("javascript:alert(1) http://a.example", "http://a.example"),
  ]) func addressesInCitationsAreLinks(comment: String, address: String) {
    var links: [String] = []
    var words = ""
    for span in Text(citing: Array(comment.utf8)).spans {
      switch span {
      case .link(let shown, to: .address(let target)):
        #expect(shown == target)
        links.append(target)
        words += shown
      case .plain(let plain): words += plain
      default: break
      }
    }
    #expect(links == (address.isEmpty ? [] : [address]))
    #expect(words == comment)
  }
}
