/** The mark: three services and the links that are forged between them. */
export function Mark({ className = 'size-6' }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={className} aria-hidden>
      <rect width="24" height="24" rx="6" className="fill-accent-fill" />
      <path d="M7 8.5h10M12 8.5v8" stroke="white" strokeWidth="1.75" strokeLinecap="round" />
      <circle cx="6.75" cy="8.5" r="2.25" fill="white" />
      <circle cx="17.25" cy="8.5" r="2.25" fill="white" />
      <rect x="9.5" y="14.25" width="5" height="4.5" rx="1.5" fill="white" />
    </svg>
  )
}
