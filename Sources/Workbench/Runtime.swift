#if hasFeature(Embedded)
  // What a bare module must bring itself: memory, and the few functions that the compiler calls by name.

  @_extern(c, "llvm.wasm.memory.grow.i32") private func memoryGrow(_ memory: Int32, _ pages: Int32) -> Int32

  // A block is a power of two of bytes. The sixteen bytes before it hold which power; one that was given back waits in
  // the list of its size, and is the next to be handed out. None is split or joined.

  private nonisolated(unsafe) var waiting = InlineArray<32, UnsafeMutableRawPointer?>(repeating: nil)
  private nonisolated(unsafe) var fresh: UInt = 0
  private nonisolated(unsafe) var limit: UInt = 0

  @c(posix_memalign) public func allocate(
    _ result: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ alignment: Int, _ size: Int
  ) -> CInt {
    let (invalid, noMemory): (CInt, CInt) = (22, 12)
    guard alignment <= 16 else { return invalid }
    guard size >= 0, size < 1 << 30 else { return noMemory }
    var power = 5
    while 1 << power < size + 16 { power += 1 }
    if let block = waiting[power] {
      waiting[power] = block.load(as: UnsafeMutableRawPointer?.self)
      result.pointee = block
      return 0
    }
    let bytes: UInt = 1 << UInt(power)
    if bytes > limit - fresh {
      let pages = Int32((bytes + 0xFFFF) >> 16) + 16
      let old = memoryGrow(0, pages)
      guard old >= 0 else { return noMemory }
      let start = UInt(UInt32(bitPattern: old)) << 16
      if start != limit { fresh = start }
      limit = start + UInt(pages) << 16
    }
    guard let block = UnsafeMutableRawPointer(bitPattern: fresh + 16) else { return noMemory }
    (block - 16).storeBytes(of: power, as: Int.self)
    fresh += bytes
    result.pointee = block
    return 0
  }

  /// `free`, which is a reserved name: the linker is told `--wrap=free`.
  @c(__wrap_free) public func giveBack(_ block: UnsafeMutableRawPointer?) {
    guard let block else { return }
    let power = (block - 16).load(as: Int.self)
    block.storeBytes(of: waiting[power], as: UnsafeMutableRawPointer?.self)
    waiting[power] = block
  }

  @c(memcmp) public func compare(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ count: Int) -> CInt {
    for i in 0..<count {
      let (x, y) = (a.load(fromByteOffset: i, as: UInt8.self), b.load(fromByteOffset: i, as: UInt8.self))
      if x != y { return x < y ? -1 : 1 }
    }
    return 0
  }

  /// Seeds for hashing: the same each time, for nothing may depend on them.
  @c(arc4random_buf) public func seed(_ bytes: UnsafeMutableRawPointer, _ count: Int) {
    for i in 0..<count { bytes.storeBytes(of: 7, toByteOffset: i, as: UInt8.self) }
  }

  /// 64 × 64 → 128 bits, for checked multiplication.
  @c(__multi3) public func multiply(
    _ result: UnsafeMutablePointer<UInt64>, _ a: UInt64, _ aHigh: UInt64, _ b: UInt64, _ bHigh: UInt64
  ) {
    let low: UInt64 = 0xFFFF_FFFF
    let ll = (a & low) &* (b & low)
    let lh = (a & low) &* (b >> 32)
    let hl = (a >> 32) &* (b & low)
    let hh = (a >> 32) &* (b >> 32)
    let middle = (ll >> 32) &+ (lh & low) &+ (hl & low)
    result[0] = (ll & low) | (middle << 32)
    result[1] = hh &+ (lh >> 32) &+ (hl >> 32) &+ (middle >> 32) &+ a &* bHigh &+ aHigh &* b
  }

  // Division of 128 bits, for exact shares: bit by bit, since little is divided so.

  private func divided(_ a: (low: UInt64, high: UInt64), _ b: (low: UInt64, high: UInt64)) -> (
    quotient: (low: UInt64, high: UInt64), rest: (low: UInt64, high: UInt64)
  ) {
    var (quotient, rest): ((low: UInt64, high: UInt64), (low: UInt64, high: UInt64)) = ((0, 0), (0, 0))
    for bit in (0..<128).reversed() {
      let next = bit < 64 ? a.low >> UInt64(bit) & 1 : a.high >> UInt64(bit - 64) & 1
      rest = (rest.low << 1 | next, rest.high << 1 | rest.low >> 63)
      guard rest.high > b.high || rest.high == b.high && rest.low >= b.low else { continue }
      let borrow: UInt64 = rest.low < b.low ? 1 : 0
      rest = (rest.low &- b.low, rest.high &- b.high &- borrow)
      if bit < 64 { quotient.low |= 1 << UInt64(bit) } else { quotient.high |= 1 << UInt64(bit - 64) }
    }
    return (quotient, rest)
  }

  private func negated(_ a: (low: UInt64, high: UInt64)) -> (low: UInt64, high: UInt64) {
    (0 &- a.low, ~a.high &+ (a.low == 0 ? 1 : 0))
  }

  private func magnitude(_ a: (low: UInt64, high: UInt64)) -> (low: UInt64, high: UInt64) {
    a.high >> 63 == 1 ? negated(a) : a
  }

  @c(__udivti3) public func divideUnsigned(
    _ result: UnsafeMutablePointer<UInt64>, _ a: UInt64, _ aHigh: UInt64, _ b: UInt64, _ bHigh: UInt64
  ) {
    (result[0], result[1]) = divided((a, aHigh), (b, bHigh)).quotient
  }

  @c(__divti3) public func divide(
    _ result: UnsafeMutablePointer<UInt64>, _ a: UInt64, _ aHigh: UInt64, _ b: UInt64, _ bHigh: UInt64
  ) {
    let quotient = divided(magnitude((a, aHigh)), magnitude((b, bHigh))).quotient
    (result[0], result[1]) = (aHigh ^ bHigh) >> 63 == 1 ? negated(quotient) : quotient
  }

  @c(__modti3) public func remainder(
    _ result: UnsafeMutablePointer<UInt64>, _ a: UInt64, _ aHigh: UInt64, _ b: UInt64, _ bHigh: UInt64
  ) {
    let rest = divided(magnitude((a, aHigh)), magnitude((b, bHigh))).rest
    (result[0], result[1]) = aHigh >> 63 == 1 ? negated(rest) : rest
  }
#endif
