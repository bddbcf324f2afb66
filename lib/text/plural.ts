export { countEn, countRu } from '@/lib/topology/plural'
