/** Prints without end, as fast as the reader takes it, until the reader goes away. */
export function pourOut() {
  const lines = '\tstate = running\n'.repeat(4096);
  const pour = () => {
    while (process.stdout.write(lines));
  };
  process.stdout.on('drain', pour);
  process.stdout.on('error', () => process.exit(0));
  pour();
}
