import Finance

extension FormulaRent {
  public static let countyEarnings = Rule(
    title: "Average weekly earnings of manual workers by county, 1999",
    source:
      "Social Housing Rents (Exceptions and Miscellaneous Provisions) Regulations 2016 (SI 2016/390), Schedule"
  )

  /// Average earnings of manual workers a week, 1999, by the counties of 1974: Avon, Cleveland and Humberside are still
  /// here, and Greater London is one. An authority takes the county in which it lies on the map of 1974.
  public static let counties: [(name: String, weeklyEarnings: Money)] = [
    ("Avon", Money(pence: 321_20)),
    ("Bedfordshire", Money(pence: 343_70)),
    ("Berkshire", Money(pence: 345_40)),
    ("Buckinghamshire", Money(pence: 328_30)),
    ("Cambridgeshire", Money(pence: 330_10)),
    ("Cheshire", Money(pence: 322_00)),
    ("Cleveland", Money(pence: 338_40)),
    ("Cornwall", Money(pence: 255_50)),
    ("Cumbria", Money(pence: 323_70)),
    ("Derbyshire", Money(pence: 321_10)),
    ("Devon", Money(pence: 278_00)),
    ("Dorset", Money(pence: 293_90)),
    ("Durham", Money(pence: 289_70)),
    ("East Sussex", Money(pence: 281_50)),
    ("Essex", Money(pence: 325_90)),
    ("Gloucestershire", Money(pence: 308_00)),
    ("Greater London", Money(pence: 354_10)),
    ("Greater Manchester", Money(pence: 307_30)),
    ("Hampshire", Money(pence: 328_70)),
    ("Hereford and Worcestershire", Money(pence: 289_60)),
    ("Hertfordshire", Money(pence: 343_70)),
    ("Humberside", Money(pence: 318_40)),
    ("Isle of Wight", Money(pence: 288_50)),
    ("Kent", Money(pence: 316_40)),
    ("Lancashire", Money(pence: 302_70)),
    ("Leicestershire", Money(pence: 303_10)),
    ("Lincolnshire", Money(pence: 286_70)),
    ("Merseyside", Money(pence: 324_90)),
    ("Norfolk", Money(pence: 302_50)),
    ("North Yorkshire", Money(pence: 299_60)),
    ("Northamptonshire", Money(pence: 328_50)),
    ("Northumberland", Money(pence: 276_10)),
    ("Nottinghamshire", Money(pence: 298_00)),
    ("Oxfordshire", Money(pence: 323_80)),
    ("Shropshire", Money(pence: 295_40)),
    ("Somerset", Money(pence: 299_70)),
    ("South Yorkshire", Money(pence: 299_10)),
    ("Staffordshire", Money(pence: 296_20)),
    ("Suffolk", Money(pence: 304_30)),
    ("Surrey", Money(pence: 333_20)),
    ("Tyne and Wear", Money(pence: 307_90)),
    ("Warwickshire", Money(pence: 326_10)),
    ("West Midlands", Money(pence: 320_60)),
  ]

  /// Counties of 1974 whose earnings could not be read. Take them from the Schedule, and give the formula rent itself.
  public static let missingCounties = ["West Sussex", "West Yorkshire", "Wiltshire"]

  /// A county's earnings to the national figure; 1 for a place outside ``counties``.
  public static func earningsRatio(county: Int) -> Double {
    guard counties.indices.contains(county) else { return 1 }
    return Double(counties[county].weeklyEarnings.pence) / Double(nationalEarnings.pence)
  }
}
