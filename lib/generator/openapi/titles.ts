/** The title that pydantic makes of a field's name, and FastAPI of a parameter's: `issued_at_from` → `Issued At From`. */
export function titleOf(name: string): string {
  return name
    .replaceAll('_', ' ')
    .replace(/[a-z]+/gi, (letters) => letters.charAt(0).toUpperCase() + letters.slice(1).toLowerCase())
}
