/** The one page of the product: the designer. */
export default function Page() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="font-semibold text-2xl">Topoforge</h1>
    </main>
  )
}
