// The page's object under WASI: a request from standard input; its document to standard output, or its problems to
// standard error. It takes two calls of the host and two exports of the page, so what runs here is what the page runs.

@_extern(wasm, module: "wasi_snapshot_preview1", name: "fd_read") @_extern(c, "fd_read")
private func read(
  _ file: Int32, _ piece: UnsafePointer<UInt32>, _ pieces: Int32, _ done: UnsafeMutablePointer<UInt32>
) -> Int32

@_extern(wasm, module: "wasi_snapshot_preview1", name: "fd_write") @_extern(c, "fd_write")
private func write(
  _ file: Int32, _ piece: UnsafePointer<UInt32>, _ pieces: Int32, _ done: UnsafeMutablePointer<UInt32>
) -> Int32

@_extern(c, "room") private func room(_ count: Int32) -> UnsafeMutablePointer<UInt8>
@_extern(c, "answer")
private func answer(_ room: UnsafeMutablePointer<UInt8>, _ count: Int32) -> UnsafeMutablePointer<UInt8>

/// The most that a request may be. One that is cut is not understood, so it cannot pass unseen.
private let most: UInt32 = 1 << 24

@_expose(wasm, "_start") @c(_start) public func start() {
  // A piece of memory, as WASI has it: where it starts and how long it is; and how much of it was read or written.
  let piece = UnsafeMutablePointer<UInt32>.allocate(capacity: 3)
  let request = room(Int32(most))
  let start = UInt32(UInt(bitPattern: request))
  var used: UInt32 = 0
  repeat {
    (piece[0], piece[1], piece[2]) = (start + used, most - used, 0)
    if read(0, piece, 1, piece + 2) != 0 { break }
    used += piece[2]
  } while piece[2] > 0

  let result = answer(request, Int32(used))
  var left: UInt32 = 0
  for place in 0..<4 { left |= UInt32(result[place]) << UInt32(8 * place) }
  let file: Int32 = result[4] == 0 ? 1 : 2
  var next = UInt32(UInt(bitPattern: result)) + 5
  left -= 1
  while left > 0 {
    (piece[0], piece[1], piece[2]) = (next, left, 0)
    if write(file, piece, 1, piece + 2) != 0 || piece[2] == 0 { break }
    (next, left) = (next + piece[2], left - piece[2])
  }
}
