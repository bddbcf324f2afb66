export { Palette, PaletteList } from './palette'
