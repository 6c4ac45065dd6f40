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
#endif
