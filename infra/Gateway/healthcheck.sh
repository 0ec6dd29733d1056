#!/bin/sh
# Asks the health endpoint of this pod. As a liveness probe, its failure makes the kubelet restart the container; by hand it tells why.
#   healthcheck.sh [URL]      URL on this machine; default: the variable HEALTHCHECK_URL
# Exit status: 0 the endpoint answers 200, 1 it does not, 2 the script cannot be used like that.
set -u

url=${1:-${HEALTHCHECK_URL:-}}
seconds=${HEALTHCHECK_TIMEOUT:-4}

case $url in
  http://127.0.0.1:*/* | http://localhost:*/*) ;;
  *)
    echo "healthcheck: '$url' is no address of this pod; allowed: http://127.0.0.1:<port>/<path>" >&2
    exit 2
    ;;
esac
case $seconds in
  '' | *[!0-9]*)
    echo "healthcheck: HEALTHCHECK_TIMEOUT is '$seconds'; allowed: whole seconds" >&2
    exit 2
    ;;
esac

if command -v curl >/dev/null 2>&1; then
  status=$(curl --silent --noproxy '*' --output /dev/null --max-time "$seconds" --write-out '%{http_code}' "$url") || status=${status:-000}
elif command -v wget >/dev/null 2>&1; then
  # The last status line counts; wget prints it among its messages.
  status=$(http_proxy='' wget -S -q -T "$seconds" -t 1 -O /dev/null "$url" 2>&1 | sed -n 's/^ *HTTP\/[0-9.]* \([0-9]*\).*/\1/p' | tail -n 1)
  status=${status:-000}
else
  echo "healthcheck: neither curl nor wget is in this image; install one of them" >&2
  exit 2
fi

if [ "$status" = 200 ]; then
  exit 0
fi
if [ "$status" = 000 ]; then
  echo "healthcheck: $url does not answer within $seconds s" >&2
else
  echo "healthcheck: $url answers $status" >&2
fi
exit 1
