import Analysis
import CashFlow
import Housing
import ModelFile
import Reports

extension Question {
  /// Whose model it is, its scenarios, and what can be asked of it, as JSON.
  func about(_ loaded: LoadedModel) -> [UInt8] {
    let model = loaded.model
    let plan = Plan(model)
    var output = Output()
    output.write("{\"council\":")
    output.write(json: model.council)
    output.write(",\"title\":")
    output.write(json: model.title)
    output.write(",\"scenarios\":")
    output.writeList(model.scenarios.indices) { output, place in
      output.write("{\"name\":")
      output.write(json: model.scenarios[place].name)
      output.write(",\"title\":")
      output.write(json: model.scenarios[place].title ?? model.scenarios[place].name)
      output.write("}")
    }
    output.write(",\"measures\":")
    let measures = Measure.names
    output.writeList(measures.indices) { output, place in output.write(json: measures[place]) }
    output.write(",\"lines\":")
    let lines = plan.lines.meanings
    output.writeList(lines.indices) { output, place in output.write(json: lines[place].path) }
    output.write("}")
    return output.bytes
  }
}

extension Output {
  mutating func writeList(_ places: Range<Int>, _ member: (inout Output, Int) -> Void) {
    write("[")
    for place in places {
      if place > places.lowerBound { write(",") }
      member(&self, place)
    }
    write("]")
  }
}
