import { testBrokenDesigns } from '@/lib/testing/broken-designs-tests'

testBrokenDesigns(2)
