import Analysis
import CashFlow
import Housing
import ModelFile

/// The files of a model's report: `report.md`, `report.html`, each chart's `NAME.svg`, `figures.csv`, in that order.
/// - Throws: a problem for each programme that no loan has room for, with the month and the sum: there is no report of a plan
///   that is not paid for.
public func files(of loaded: LoadedModel) throws(ModelFileError) -> [(name: String, bytes: [UInt8])] {
  files(of: try Findings(loaded))
}

/// A model's report as a tree, for any renderer.
public func report(on loaded: LoadedModel) -> Report {
  report(Findings(loaded, Forecast(loaded.model)))
}

/// The same, of what was found.
/// - Parameter simulate: runs a simulation, on as many threads as there are; what comes of it is the same.
public func files(
  of findings: Findings, simulating simulate: (Simulator) -> Simulated = { $0.whole }
) -> [(name: String, bytes: [UInt8])] {
  files(report(findings, simulate), figures([findings.forecast]))
}

func files(_ tree: Report, _ figures: [UInt8]) -> [(name: String, bytes: [UInt8])] {
  [(name: "report.md", bytes: markdown(tree)), (name: "report.html", bytes: html(tree))] + charts(tree)
    + [(name: "figures.csv", bytes: figures)]
}

/// The first page of a model's report in HTML, byte for byte as it stands in the whole but for what could change the answer,
/// which takes the plan many times over: it says that this is being worked out.
public func firstPage(of loaded: LoadedModel) throws(ModelFileError) -> [UInt8] {
  let findings = try Findings(firstPageOf: loaded)
  return htmlOpening(heading(findings, risks: ["this is being worked out"]))
}

/// A model's report in HTML.
/// - Parameter hasFutures: without them, which take the longest, their section says that they are being worked out.
public func htmlReport(on findings: Findings, hasFutures: Bool = true) -> [UInt8] {
  html(report(findings, hasFutures: hasFutures))
}

/// A model's report in Markdown.
public func markdownReport(on findings: Findings) -> [UInt8] { markdown(report(findings)) }

/// Every line of a model's accounts, by month and year.
public func figuresSheet(of findings: Findings) -> [UInt8] { figures([findings.forecast]) }

func report(
  _ findings: Findings, hasFutures: Bool = true, _ simulate: (Simulator) -> Simulated = { $0.whole }
) -> Report {
  let (switching, sensitivity) = (switchingPage(findings), sensitivityPage(findings))
  var report = firstPage(findings, switching, sensitivity)
  report.parts = [
    Report.Part(
      "The answer in full",
      (findings.backcastSection.map { [$0] } ?? []) + [householdsPage(findings), moneyPage(findings)]
        + socialValuePages(findings) + [testsPage(findings)]
        + [rateRentPage(findings), scenariosPage(findings), switching, sensitivity].compactMap { $0 }
        + (findings.simulator.map { [hasFutures ? simulationSection(simulate($0)) : waitingSection] } ?? [])),
    Report.Part(
      "Behind the figures",
      [
        assumptionsPage(findings), stockPage(findings), programmesPage(findings),
      ] + contractsPages(findings) + [
        loansPage(findings), accountsPage(findings), placementsPage(findings),
      ] + scrutinyPages(findings) + [checksPage(findings), methodPage(findings), whyPage(findings)]),
  ]
  return report
}

/// A report without its sections.
/// - Parameters:
///   - switching: the section on what would stop the plan, which the first page quotes.
///   - sensitivity: the section on which figure matters most, likewise.
func firstPage(_ findings: Findings, _ switching: Section?, _ sensitivity: Section?) -> Report {
  heading(findings, risks: risks(switching, sensitivity, findings))
}

/// The same, by what could break the plan.
private func heading(_ findings: Findings, risks: [Text]) -> Report {
  let model = findings.model
  let period = "\(model.firstYear) to \(model.lastYear)"
  return Report(
    name: "report", owner: model.council, title: model.title,
    subtitle:
      "What it would do for households in temporary accommodation (TA) and the council’s money, \(period)",
    notices: [model.status.notice, findings.publicationNotice].compactMap { $0 },
    running: Report.Running(
      head: "\(model.council): \(model.title), \(period)", foot: "Inputs \(findings.fingerprint)"),
    opening: opening(findings, risks: risks), parts: [], marks: ReportMarks(of: findings))
}

/// What could break the plan, as its own sections say it; where no test is set there is nothing to pass.
private func risks(_ switching: Section?, _ sensitivity: Section?, _ findings: Findings) -> [Text] {
  guard let switching else { return [] }
  return [findings.tests.isEmpty ? nil : switching.message, sensitivity?.message].compactMap { $0 }
}

extension Model.Status {
  /// What is said on every page of figures that nobody has approved.
  var notice: String? {
    switch self {
    case .illustrative: "Illustrative figures"
    case .demonstration: "Demonstration figures"
    case .draft: "Draft figures"
    case .approved: nil
    }
  }
}
