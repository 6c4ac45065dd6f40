import Foundation
import PackagePlugin

/// Has the page's module made of Workbench and all that it depends on, by the toolchain that is building, and gives it to
/// the command as Swift. `HOMEWARD_PAGE=none` does without, for a quick build: all but `homeward workbench` works.
@main struct CompilePage: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let isWanted = ProcessInfo.processInfo.environment["HOMEWARD_PAGE"] != "none"
    let workbench = try context.package.targets(named: ["Workbench"])[0]
    let rooms = (isWanted ? workbench.recursiveTargetDependencies + [workbench] : [])
      .compactMap { $0 as? SwiftSourceModuleTarget }
      .map {
        (
          name: $0.name,
          files: $0.sourceFiles(withSuffix: ".swift").map { $0.url }.sorted { $0.path < $1.path }
        )
      }
    let folder = context.package.directoryURL.appending(path: "Sources/Page/Shell")
    let shell = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "PageModule.swift")
    return [
      .buildCommand(
        displayName: "Compiling the page",
        executable: try context.tool(named: "compile-page").url,
        arguments: [
          try context.tool(named: "swiftc").url.path(percentEncoded: false),
          context.pluginWorkDirectoryURL.path(percentEncoded: false), output.path(percentEncoded: false),
        ] + shell.map { $0.path(percentEncoded: false) }
          + rooms.flatMap { ["--room", $0.name] + $0.files.map { $0.path(percentEncoded: false) } },
        inputFiles: shell + rooms.flatMap { $0.files }, outputFiles: [output])
    ]
  }
}
