import { describe, expect, it } from 'vitest'
import { secretsIn, withoutSecrets } from './secrets'

describe('secrets in texts', () => {
  it.each([
    ['bot', `token 123456789:${'AAb-_'.repeat(7)} of the bot`],
    ['token', `AKIA${'ABCD1234'.repeat(2)}`],
    ['token', `ghp_${'a1B2'.repeat(9)}`],
    ['token', `glpat-${'a1B2c'.repeat(4)}`],
    ['token', `xoxb-1234567890-abcdefghij`],
    ['token', `sk_live_${'a1B2'.repeat(6)}`],
    ['token', `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefghijk`],
    ['address', 'postgresql+asyncpg://app:s3cret@db:5432/finance'],
    ['address', 'amqp://guest:guest@rabbitmq/'],
    ['password', 'Пароль: Winter2026!'],
    ['password', 'api_key = 8f14e45fceea167a'],
    ['key', '-----BEGIN OPENSSH PRIVATE KEY-----\nabc'],
  ])('finds a %s in %s', (what, text) => {
    expect(secretsIn(text).map((found) => found.what)).toContain(what)
    expect(secretsIn(withoutSecrets(text))).toEqual([])
  })

  it.each([
    'The password must have at least 8 characters',
    'Пароль: не короче 8 знаков',
    'password: required',
    'postgres://user:<password>@host/db',
    'postgres://user:${DB_PASSWORD}@host/db',
    'postgres://user:***@host/db',
    'https://example.com:8443/path@2x.png',
    'https://api.example.com/v1/tokens/{token_id}',
    'Ratio 123456789:1',
    'token: <your token>',
    'secret = {{ secret }}',
    'token_url: https://id.example.com/oauth2/v1',
    'See task-1234567890 and desk-clerk-approvals-2026',
    '550e8400-e29b-41d4-a716-446655440000',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'risk-assessment-for-customers-of-2026',
    'Заявка на кредит: одобрена 12.05.2026',
  ])('leaves %s alone', (text) => {
    expect(secretsIn(text)).toEqual([])
  })
})
