import { create } from 'zustand'

/** The link that the pointer is over; labels stand in another layer than their lines and ask here. */
export const useHover = create<{ readonly link: string | undefined }>()(() => ({ link: undefined }))

export function hoverLink(link: string | undefined): void {
  useHover.setState({ link })
}
