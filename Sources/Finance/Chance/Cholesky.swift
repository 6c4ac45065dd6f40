/// A lower triangle L of rows with L × Lᵀ the matrix, by which independent normal variables become correlated ones; nothing where
/// the matrix is not positive definite, for then no variables have such correlations.
///
/// Source: the method of Cholesky and Banachiewicz, row by row, as any text on numerical linear algebra has it.
/// - Parameter matrix: symmetric, by rows; only its lower triangle is read.
public func choleskyFactor(_ matrix: [[Double]]) -> [[Double]]? {
  var rows: [[Double]] = []
  for (i, given) in matrix.enumerated() {
    var row: [Double] = []
    for j in 0...i {
      var rest = given[j]
      for k in 0..<j { rest -= row[k] * (j == i ? row[k] : rows[j][k]) }
      if j < i {
        row.append(rest / rows[j][j])
      } else {
        // a pivot this near to nothing is one that rounding alone keeps above it
        guard rest > 1e-12 else { return nil }
        row.append(rest.squareRoot())
      }
    }
    rows.append(row)
  }
  return rows
}
