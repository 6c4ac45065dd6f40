import Analysis
import CashFlow
import Finance
import Housing
import ModelFile

/// The files of a model's report as the public may have them, without what the model withholds and all that turns on it; of a model
/// that withholds nothing, its report.
/// - Throws: a problem for each assumption that cannot be withheld.
public func publicFiles(
  of findings: Findings, simulating simulate: (Simulator) -> Simulated = { $0.whole }
) throws(ModelFileError) -> [(name: String, bytes: [UInt8])] {
  let versions = try findings.versions()
  guard versions.count > 1 else { return files(of: findings, simulating: simulate) }
  var tree = Report(common: versions.map { report($0, simulate) })
  tree.expectPlaces()
  return files(tree, figures(versions.map { $0.forecast }))
}

/// The files of one report over many councils as the public may have them.
/// - Throws: a problem for each assumption that cannot be withheld.
public func publicPortfolioFiles(of findings: [Findings]) throws(ModelFileError) -> [(
  name: String, bytes: [UInt8]
)] {
  var councils: [[Findings]] = []
  for council in findings { councils.append(try council.versions()) }
  let count = councils.map { $0.count }.max() ?? 1
  guard count > 1 else { return portfolioFiles(of: findings) }
  let portfolios = (0..<count).map { version in
    Portfolio(councils.map { $0[version < $0.count ? version : $0.count - 1] })
  }
  var tree = Report(common: portfolios.map { report(on: $0) })
  tree.expectPlaces()
  return portfolioFiles(tree, commonRows(portfolios.map { $0.csv }))
}

extension Findings {
  /// What a report says of what is withheld: that it is not for publication, or what is missing in it and why.
  var publicationNote: Block? {
    let withheld = model.publication.withheld
    guard !withheld.isEmpty else { return nil }
    let names = withheld.map { named in
      let row = loaded.assumptions.first { $0.path.isSame(as: named.path) }
      return Text([.code(named.path), .plain(": " + (row?.meaning ?? ""))])
    }
    let reason = Text(model.publication.reason ?? "").asSentence
    guard isPublic else {
      return .note(
        Note(
          .warning, "Exempt: not for publication", id: "publication",
          [
            .paragraph("This report holds figures that the council withholds from the public: " + reason),
            .list(names),
            .paragraph("\(code: "homeward report --public") makes the report without them."),
          ]))
    }
    return .note(
      Note(
        .label, "Public version: exempt figures are withheld", id: "publication",
        [
          .paragraph("The council withholds these from the public: " + reason), .list(names),
          .paragraph(
            "Each figure that would differ were they others is withheld too, in tables, charts, sentences and files alike, and so is each total of which it is a part: whoever has one such figure can try values with this open method until it comes out. Every other figure is the true one, and every total that is shown is the sum of its parts."
          ),
          .paragraph(
            "There is no fingerprint of the inputs, since a guess at what is withheld could be checked against it."
          ),
        ]))
  }

  /// The label of every page of such a report.
  var publicationNotice: String? {
    model.publication.withheld.isEmpty
      ? nil : isPublic ? "Public version: exempt figures withheld" : "Exempt: not for publication"
  }
}
