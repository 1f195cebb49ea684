// Loaded into the product's server before everything else (NODE_OPTIONS=--require): whatever it opens over TLS ends at
// the machine that plays the internet, by the name and under the checks that it has in production.
const tls = require('node:tls');

const port = Number(process.env.SENT_HOME);
if (port > 0) {
  const { connect } = tls;
  tls.connect = (options, ...rest) =>
    connect({ ...options, servername: options.servername || options.host, host: '127.0.0.1', port }, ...rest);
}
