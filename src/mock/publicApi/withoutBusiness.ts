/** A record that is kept just as eDesk's API tells of it, without whose it is. */
export function withoutBusiness<Kept extends { businessId: string }>(
  record: Kept,
): Omit<Kept, 'businessId'> {
  const { businessId: _businessId, ...rest } = record
  return rest
}
