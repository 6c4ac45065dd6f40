import ModelFile

/// A model, its register, and the texts it was read from.
public struct LoadedModel: Sendable {
  public var model: Model
  public var assumptions: [Assumption]
  public var sources: Sources
  /// What the council published of its temporary accommodation, once its tables are read.
  public var published: PublishedHomelessness?
}

extension LoadedModel {
  /// Reads a model from layers of text, the deepest first, and what `--set` says.
  /// - Throws: every problem there is, each with its place.
  public init(_ layers: [(name: String, text: [UInt8])], overrides: [String] = []) throws(ModelFileError) {
    var form = Form(layers, overrides: overrides)
    model = Model(&form)
    assumptions = try form.close()
    sources = form.sources
  }
}

extension Model {
  /// The model of a blank form: one of everything, each named `*`; and all that was asked.
  public static func blank() -> (model: Model, asked: [Assumption]) {
    var form = Form.blank()
    let model = Model(&form)
    return (model, form.asked)
  }
}
