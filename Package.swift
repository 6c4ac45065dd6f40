// swift-tools-version: 6.3
import PackageDescription

/// Every room but the command keeps to Embedded Swift, without unsafe pointers.
let portable: [SwiftSetting] = [
  .treatWarning("EmbeddedRestrictions", as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatWarning("StrictMemorySafety", as: .error),
]

let package = Package(
  name: "homeward",
  platforms: [.macOS(.v26)],
  targets: [
    .target(name: "Finance", swiftSettings: portable),
    .target(name: "TOML", swiftSettings: portable),
    .target(name: "ModelFile", dependencies: ["Finance", "TOML"], swiftSettings: portable),
    .target(name: "Housing", dependencies: ["Finance", "ModelFile"], swiftSettings: portable),
    .target(name: "CashFlow", dependencies: ["Finance", "Housing"], swiftSettings: portable),
    .target(
      name: "Analysis", dependencies: ["CashFlow", "Finance", "Housing", "ModelFile"], swiftSettings: portable
    ),
    .target(
      name: "Reports", dependencies: ["Analysis", "CashFlow", "Finance", "Housing", "ModelFile"],
      swiftSettings: portable),
    .target(
      name: "Workbench",
      dependencies: ["Analysis", "CashFlow", "Finance", "Housing", "ModelFile", "Reports"],
      swiftSettings: portable),
    .executableTarget(
      name: "homeward",
      dependencies: [
        "Analysis", "CashFlow", "Finance", "Housing", "ModelFile", "Reports", "TOML", "Workbench",
      ], plugins: ["CompilePage"]),
    .plugin(
      name: "CompilePage", capability: .buildTool, dependencies: ["compile-page"], path: "Sources/Page/Plugin"
    ),
    .executableTarget(name: "compile-page", path: "Sources/Page/Compiler"),

    .executableTarget(
      name: "benchmark", dependencies: ["CashFlow", "Housing", "ModelFile", "Reports"],
      path: "Tests/Benchmark"),
    .executableTarget(
      name: "laws", dependencies: ["Analysis", "CashFlow", "Finance", "Housing", "ModelFile", "TestSupport"],
      path: "Tests/Laws"),
    .target(name: "TestSupport", path: "Tests/Support"),
    .testTarget(name: "FinanceTests", dependencies: ["Finance", "TestSupport"]),
    .testTarget(name: "TOMLTests", dependencies: ["TOML", "TestSupport"]),
    .testTarget(name: "ModelFileTests", dependencies: ["ModelFile", "Finance", "TOML", "TestSupport"]),
    .testTarget(name: "HousingTests", dependencies: ["Housing", "Finance", "ModelFile", "TestSupport"]),
    .testTarget(
      name: "CashFlowTests", dependencies: ["CashFlow", "Finance", "Housing", "ModelFile", "TestSupport"]),
    .testTarget(
      name: "AnalysisTests",
      dependencies: ["Analysis", "CashFlow", "Finance", "Housing", "ModelFile", "TestSupport", "laws"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Analysis", "CashFlow", "Finance", "Housing", "ModelFile", "TestSupport"]),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: ["Workbench", "Finance", "Housing", "ModelFile", "Reports", "TestSupport"]),
    .testTarget(name: "homewardTests", dependencies: ["homeward", "TestSupport"]),
  ]
)
