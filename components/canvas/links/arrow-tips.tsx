/** The tips of the arrows, one for each colour a link can have. */
export function ArrowTips() {
  return (
    <defs>
      {(['link', 'accent', 'error'] as const).map((color) => (
        <marker
          key={color}
          id={`arrow-${color}`}
          viewBox="0 0 10 10"
          refX="1"
          refY="5"
          markerWidth="11"
          markerHeight="11"
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
        >
          <path d="M0.5 0.8 L9.5 5 L0.5 9.2 Z" style={{ fill: `var(--color-${color})` }} />
        </marker>
      ))}
    </defs>
  )
}
