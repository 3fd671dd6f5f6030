/** Runs a task when it may run. */
type Run = <Result>(task: () => Promise<Result>) => Promise<Result>

/** Creates a queue that runs tasks in the order of their calls, as many at the same time as the limit allows. */
export function createQueue(limit: number): Run {
  const waiting: (() => void)[] = []
  let running = 0

  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  return async (task) => {
    if (running < limit) running += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await task()
    } finally {
      leave()
    }
  }
}

/** Creates queues by subject: tasks of the same subject run one after the other. */
export function createSubjectQueues(): (subject: string) => Run {
  const queues = new Map<string, { run: Run; tasks: number }>()

  return (subject) => async (task) => {
    const queue = queues.get(subject) ?? { run: createQueue(1), tasks: 0 }
    queues.set(subject, queue)
    queue.tasks += 1
    try {
      return await queue.run(task)
    } finally {
      queue.tasks -= 1
      if (queue.tasks === 0) queues.delete(subject)
    }
  }
}
