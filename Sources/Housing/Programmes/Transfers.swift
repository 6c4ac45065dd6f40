import Finance
import ModelFile

/// Lettings of a settled programme to the council's own tenants, each of which leaves a home behind for another household.
///
/// One link: what is let behind a transfer is not followed further.
public struct Transfers: Hashable, Sendable {
  /// Share of first lettings, and of later ones, that go to council tenants.
  public var share: Rate
  /// Months from such a letting to the letting of the home left behind.
  public var lag: Int64
  /// Share of the homes left behind that are let to households in temporary accommodation.
  public var chainShare: Rate
}

extension Transfers {
  init(_ form: inout Form) {
    share = form.rate(
      "transfer_share", in: .percent(0...100), or: Assumed(.zero, "none unless the model says so"),
      "Share of lettings that go to council tenants, who leave a home behind")
    lag = form.months(
      "chain_lag", in: 0...60, or: Assumed(0, "let in the same month unless the model says so"),
      "From such a letting to that of the home left behind")
    chainShare = form.rate(
      "chain_share", in: .percent(0...100),
      or: Assumed(.whole, "every home left behind goes to TA unless the model says so"),
      "Share of the homes left behind that go to households in TA")
  }
}

extension Model {
  /// A letting goes to one household, and only some programmes have any to give, or anybody to displace.
  func checkLettings(_ form: inout Form) {
    for programme in programmes {
      let root = "programme.\(programme.name)"
      let transfers = programme.transfers.share
      if transfers > .zero, programme.use == .temporary {
        form.problem(
          at: "\(root).transfer_share", fault: "a council tenant does not transfer to a temporary home",
          remedy: "leave transfer_share out, or write use = \"settled\"")
        continue
      }
      for (key, share) in [
        ("first_let_share", programme.firstLetShare), ("relet_share", programme.reletShare),
      ] where transfers > .zero && share + transfers > .whole {
        form.problem(
          at: "\(root).transfer_share",
          fault:
            "\(key) \(Kind.rate.write(share.millionths)) and transfer_share \(Kind.rate.write(transfers.millionths)) come to more than 100% of the lettings",
          remedy: "write shares that come to at most 100%; \(key) is 100% where it is not given")
      }
      switch programme.delivery {
      case .build where programme.displacedShare > .zero, .convert where programme.displacedShare > .zero:
        form.problem(
          at: "\(root).displaced_share",
          fault: "only a home that was let before displaces a private tenant, not one built or converted",
          remedy: "leave displaced_share out")
      case .buy, .lease, .build, .convert: break
      }
    }
  }

  /// What is reckoned by the limits of subsidy needs them.
  func checkSubsidy(_ form: inout Form) {
    let remedy = "write [ta.lha_2011] with area and the January 2011 rates of one to four bedrooms"
    for programme in programmes where programme.subsidyLoss != nil {
      let key = "programme.\(programme.name).subsidy_limit"
      if programme.use == .settled {
        form.problem(
          at: key, fault: "subsidy is limited in temporary accommodation, and these homes are settled",
          remedy: "leave [\(key)] out, or write use = \"temporary\"")
      } else if temporaryAccommodation.subsidyLimit == nil {
        form.problem(
          at: key,
          fault: "subsidy is limited by the Local Housing Allowance of January 2011, which is not given",
          remedy: remedy)
      }
    }
    for type in temporaryAccommodation.types {
      guard case .benefit(let terms) = type.recovery, !terms.isUnlimited,
        temporaryAccommodation.subsidyLimit == nil
      else { continue }
      form.problem(
        at: "ta.type.\(type.name).recovery_basis",
        fault: "subsidy is limited by the Local Housing Allowance of January 2011, which is not given",
        remedy: remedy)
    }
  }
}
