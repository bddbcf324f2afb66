/** Loaded into a program that another one started (`child.mjs`): when that one is gone, this one goes, too. */
// Helpers of the program inherit this file, but their channel is their own.
if (process.channel && process.env.TOPOFORGE_PARENT === String(process.ppid)) {
  process.on('disconnect', () => process.exit(0))
  // Watching the channel keeps nobody from ending by itself.
  process.channel.unref()
}
