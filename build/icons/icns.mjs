/** The entries of an .icns file that hold PNG, with their size in pixels. */
const entries = {
  icp4: 16,
  icp5: 32,
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic10: 1024,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
};

/** An Apple icon file from PNGs by size in pixels. Each block is its type, its length with this header, its bytes. */
export function encodeIcns(pngBySizePx) {
  const blocks = Object.entries(entries).map(([type, sizePx]) => block(type, pngBySizePx[sizePx]));
  return block('icns', Buffer.concat(blocks));
}

function block(type, bytes) {
  const header = Buffer.alloc(8);
  header.write(type, 0, 'latin1');
  header.writeUInt32BE(bytes.length + header.length, 4);
  return Buffer.concat([header, bytes]);
}
