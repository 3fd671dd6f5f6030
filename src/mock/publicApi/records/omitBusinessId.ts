/** Removes `businessId` from a record. The other fields are already in the format of eDesk's API. */
export function omitBusinessId<Kept extends { businessId: string }>(
  record: Kept,
): Omit<Kept, 'businessId'> {
  const { businessId: _businessId, ...rest } = record
  return rest
}
