// Placeholder until the faces exist: see the issue of the build script.
