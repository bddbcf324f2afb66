import { Designer } from '@/components/designer'

/** The one page of the product: the designer. */
export default function Page() {
  return <Designer />
}
