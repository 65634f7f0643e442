import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { envExample, explainSettings } from '../../src/config/explain.js'
import { belongsTo } from '../../src/config/parse.js'
import { readSettings } from '../../src/config/settings.js'

describe('设置', () => {
  it('不设任何值时，按默认值运行；空值视为未设', () => {
    const read = readSettings({ PORT: '', DATABASE_URL: '  ' })
    assert.deepEqual(read, {
      ok: true,
      value: {
        port: 8080,
        host: '127.0.0.1',
        publicUrl: null,
        trustedProxies: [],
        data: null,
        databaseUrl: null,
        keyFile: null,
        oldKeyFile: null,
        smtpUrl: null,
        mailFrom: '政府信息公开工作系统 <gongkai@localhost>',
        oidcIssuer: null,
        oidcClient: null,
        oidcSecret: null,
        oidcClaim: 'preferred_username',
        oidcLabel: '统一身份认证',
        s3Url: null,
        s3Region: 'us-east-1',
        s3KeyId: null,
        s3Secret: null,
        clamd: null,
      },
    })
  })

  // biome-ignore format: table
  const GOOD: readonly [string, string, string, unknown][] = [
    ['PORT',                    '9000',                              'port',           9000],
    ['HOST',                    '0.0.0.0',                           'host',           '0.0.0.0'],
    ['GONGKAI_PUBLIC_URL',      'https://xxgk.example.gov.cn/',      'publicUrl',      'https://xxgk.example.gov.cn'],
    ['GONGKAI_TRUSTED_PROXIES', '10.0.0.5，10.1.0.0/16',             'trustedProxies', ['10.0.0.5', '10.1.0.0/16']],
    ['GONGKAI_DATA',            '/srv/gongkai/',                     'data',           '/srv/gongkai/'],
    ['DATABASE_URL',            'postgresql://a:b@10.0.0.8/gongkai', 'databaseUrl',    'postgresql://a:b@10.0.0.8/gongkai'],
    ['DATABASE_URL',            'postgresql://a@/g?host=%2Frun',     'databaseUrl',    'postgresql://a@/g?host=%2Frun'],
    ['GONGKAI_SMTP_URL',        'smtps://a:b@10.0.0.9:465',          'smtpUrl',        'smtps://a:b@10.0.0.9:465'],
    ['GONGKAI_CLAMD',           'unix:/run/clamav/clamd.ctl',        'clamd',          'unix:/run/clamav/clamd.ctl'],
    ['GONGKAI_MAIL_FROM',       'xxgk@example.gov.cn',               'mailFrom',       'xxgk@example.gov.cn'],
    ['GONGKAI_MAIL_FROM',       '公开办 <xxgk@example.gov.cn>',      'mailFrom',       '公开办 <xxgk@example.gov.cn>'],
  ]
  for (const [name, text, key, value] of GOOD) {
    it(`${name}=${text}`, () => {
      const read = readSettings({ [name]: text })
      assert.ok(read.ok)
      assert.deepEqual(Object.entries(read.value).find(([one]) => one === key)?.[1], value)
    })
  }

  // biome-ignore format: table
  const BAD: readonly [string, string, string][] = [
    ['PORT',                    '70000',       '应为 1 至 65535 的整数'],
    ['PORT',                    '80a',         '应为 1 至 65535 的整数'],
    ['HOST',                    'a b',         '应为一个地址或主机名'],
    ['GONGKAI_PUBLIC_URL',      'xxgk',        '应为以 http:// 或 https:// 开头的网址'],
    ['GONGKAI_TRUSTED_PROXIES', '10.0.0.0/64', '应为以逗号分隔的地址或网段'],
    ['GONGKAI_DATA',            'data',        '应为绝对路径'],
    ['DATABASE_URL',            'mysql://a/b', '应为以 postgresql:// 开头的连接地址'],
    ['GONGKAI_OIDC_ISSUER',     'http://a.cn', '应为以 https:// 开头的网址'],
    ['GONGKAI_CLAMD',           '10.0.0.8',    '应为 tcp://地址:端口 或者 unix:/套接字的路径'],
    ['GONGKAI_SMTP_URL',        'smtp.a.cn',   '应为以 smtp:// 或 smtps:// 开头的服务器地址'],
    ['GONGKAI_MAIL_FROM',       '公开办',      '应为邮件地址，或者名称加尖括号内的邮件地址'],
    ['GONGKAI_MAIL_FROM',       'a@b.cn\nBcc: c@d.cn', '应为邮件地址，或者名称加尖括号内的邮件地址'],
  ]
  for (const [name, text, says] of BAD) {
    it(`${name}=${text} 有误，说明应当怎样写`, () => {
      const read = readSettings({ [name]: text })
      assert.ok(!read.ok)
      assert.match(read.refusal.message, new RegExp(`${name}：${says}。例如：${name}=`))
    })
  }

  it('几处有误时一次说全', () => {
    const read = readSettings({ PORT: '0', HOST: '?' })
    assert.ok(!read.ok)
    assert.equal(read.refusal.message.split('\n').length, 3)
  })

  it('设了一项而缺相关的项，指出缺哪一项', () => {
    const read = readSettings({ GONGKAI_S3_URL: 'https://s3.example.org/gongkai' })
    assert.ok(!read.ok)
    assert.match(read.refusal.message, /还应设 GONGKAI_S3_KEY_ID/)
  })

  it('连接地址中有密码，说明时不显示', () => {
    const text = JSON.stringify(explainSettings({ DATABASE_URL: 'postgresql://a:secret@h/d' }))
    assert.ok(!text.includes('secret@'))
    assert.ok(text.includes('（已设置，不显示）'))
  })

  it('.env.example holds every setting as it is explained', () => {
    assert.equal(readFileSync('.env.example', 'utf8'), envExample())
  })
})

describe('代理地址', () => {
  // biome-ignore format: table
  const CASES: readonly [string, readonly string[], boolean][] = [
    ['10.0.0.5',        ['10.0.0.5'],    true],
    ['::ffff:10.0.0.5', ['10.0.0.5'],    true],
    ['10.0.0.6',        ['10.0.0.5'],    false],
    ['10.1.2.3',        ['10.1.0.0/16'], true],
    ['fe80::1',         ['fe80::/10'],   true],
    ['不是地址',        ['10.0.0.0/8'],  false],
    ['10.0.0.5',        [],              false],
  ]
  for (const [address, list, expected] of CASES) {
    it(`${address} ∈ ${list.join(',')}: ${expected}`, () => {
      assert.equal(belongsTo(address, list), expected)
    })
  }
})
