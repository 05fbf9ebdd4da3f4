/** The command line `jiceng`. */
process.exitCode = 2;
