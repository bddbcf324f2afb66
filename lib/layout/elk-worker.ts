// In a worker this module answers requests by itself; it has nothing to be named by.
import 'elkjs/lib/elk-worker.min.js'
