import { reportFault, type Send } from './api.ts'
import { dataOf, isNameTaken, type PublicRecords } from './application.ts'
import { take, type Writer, type WriterContext } from './writer.ts'

interface OwnRecord {
  name: string
  id: number
}

/** Writes records of a kind through `/v1`. */
export function createRecordWriter(
  records: PublicRecords,
  send: Send,
  { ledger, counts, random, nextName }: WriterContext,
): Writer {
  const { kind, path, newValue, newBody, changeBody } = records
  const own: OwnRecord[] = []

  function creation() {
    const name = nextName()
    const value = newValue(random)
    let isRepeated = false
    return async () => {
      const acknowledge = ledger.send(kind, name, value)
      const answer = await send('POST', path, { body: newBody(name, value) })
      if (answer?.status === 200) {
        const { id } = dataOf(answer)
        acknowledge(id)
        own.push({ name, id })
      } else if (answer && isRepeated && isNameTaken(answer, records)) acknowledge()
      else if (answer) reportFault(counts, `Creation of ${kind} ${name}`, answer)
      isRepeated = true
      return answer !== undefined
    }
  }

  function change() {
    const record = take(own, random)
    if (!record) return undefined
    const value = newValue(random)
    return async () => {
      const acknowledge = ledger.send(kind, record.name, value)
      const answer = await send('PUT', `${path}/${record.id}`, { body: changeBody(value) })
      if (!answer) return false
      if (answer.status !== 200) reportFault(counts, `Change of ${kind} ${record.name}`, answer)
      else {
        acknowledge()
        own.push(record)
      }
      return true
    }
  }

  function deletion() {
    const record = take(own, random)
    if (!record) return undefined
    return async () => {
      const acknowledge = ledger.send(kind, record.name, null)
      const answer = await send('DELETE', `${path}/${record.id}`)
      if (!answer) return false
      if (answer.status === 200) acknowledge()
      else reportFault(counts, `Deletion of ${kind} ${record.name}`, answer)
      return true
    }
  }

  return { creation, change, deletion }
}
