/// The nine regions of England, as the Office for National Statistics names them.
public enum Region: String, CaseIterable, Hashable, Sendable {
  case northEast = "North East"
  case northWest = "North West"
  case yorkshire = "Yorkshire and The Humber"
  case eastMidlands = "East Midlands"
  case westMidlands = "West Midlands"
  case eastOfEngland = "East of England"
  case london = "London"
  case southEast = "South East"
  case southWest = "South West"
  /// Of a model that does not say it.
  case notSaid = "not said"
}
