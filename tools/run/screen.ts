/** Keeps the output of parallel steps apart: one step writes live, the output of the others is buffered. */
export interface Screen {
  /** Announces the start of a step. */
  start(name: string): void
  /** Adds whole lines to a step's output. */
  write(name: string, text: string): void
  /** Announces the end of a step. */
  end(name: string, summary: string): void
}

interface Output {
  name: string
  text: string
  summary?: string
}

/**
 * @param print writes to the terminal.
 */
export function createScreen(print: (text: string) => void): Screen {
  /** The first step writes live. */
  const outputs: Output[] = []

  function outputOf(name: string): Output {
    const output = outputs.find((each) => each.name === name)
    if (!output) throw new Error(`The step "${name}" has not started.`)
    return output
  }

  function printInFront(): void {
    for (let front = outputs[0]; front; front = outputs[0]) {
      print(front.text)
      front.text = ''
      if (front.summary === undefined) return
      print(`${front.summary}\n`)
      outputs.shift()
      // Print the output of ended steps before the next running one.
      outputs.sort((one, other) => Number(isRunning(one)) - Number(isRunning(other)))
      if (outputs[0]) print(headingOf(outputs[0].name))
    }
  }

  return {
    start(name) {
      outputs.push({ name, text: '' })
      print(outputs.length === 1 ? headingOf(name) : `▸ ${name} runs as well\n`)
    },
    write(name, text) {
      outputOf(name).text += text
      if (outputs[0]?.name === name) printInFront()
    },
    end(name, summary) {
      outputOf(name).summary = summary
      printInFront()
    },
  }
}

function isRunning({ summary }: Output): boolean {
  return summary === undefined
}

function headingOf(name: string): string {
  return `\n▸ ${name}\n`
}
