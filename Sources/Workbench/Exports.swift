#if hasFeature(Embedded)
  // What the page calls. It writes a request into a room, has it answered, reads the answer and gives it back.

  /// What the last request with files opened.
  private nonisolated(unsafe) var opened: Opened?

  /// Memory for a request of so many bytes.
  @_expose(wasm, "room") @c public func room(_ count: Int32) -> UnsafeMutablePointer<UInt8> {
    UnsafeMutablePointer<UInt8>.allocate(capacity: Int(max(0, count)))
  }

  /// Answers the request in a room, which is given back with it.
  /// - Returns: how many bytes follow, in four bytes, the lowest first; then the bytes of an `Answer`.
  @_expose(wasm, "answer") @c public func answer(
    _ room: UnsafeMutablePointer<UInt8>, _ count: Int32
  ) -> UnsafeMutablePointer<UInt8> {
    let request = Request(Array(UnsafeBufferPointer(start: room, count: Int(count))))
    room.deallocate()
    let bytes = request.map { Answer(to: $0, &opened).bytes } ?? [2]
    let result = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 4)
    for place in 0..<4 { result[place] = UInt8(truncatingIfNeeded: bytes.count >> (8 * place)) }
    for i in bytes.indices { result[i + 4] = bytes[i] }
    return result
  }

  /// Gives an answer back.
  @_expose(wasm, "release") @c public func release(_ answer: UnsafeMutablePointer<UInt8>) {
    answer.deallocate()
  }
#endif
