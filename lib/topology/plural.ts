/** `3 entities`: a number with its English noun. */
export function countEn(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** `3 сущности`: a number with its Russian noun in the form that the number asks for. */
export function countRu(count: number, one: string, few: string, many: string): string {
  const tens = count % 100
  const units = count % 10
  if (tens >= 11 && tens <= 14) return `${count} ${many}`
  if (units === 1) return `${count} ${one}`
  return `${count} ${units >= 2 && units <= 4 ? few : many}`
}
