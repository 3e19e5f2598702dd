# Elle, built and tested from this tree: docker build -t elle . && docker run --rm -it elle
FROM debian:12

WORKDIR /opt/elle/source
COPY . .
RUN ./dev test && cmake --install build/release --prefix /usr/local && rm -rf build

WORKDIR /srv
ENTRYPOINT ["elle"]
