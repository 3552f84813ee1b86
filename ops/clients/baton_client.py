#!/usr/bin/env python3
"""A client of Baton's servers: ttrpc frames over TCP or a Unix socket, as proto/PROTOCOL.md describes them.

Needs Python 3.8, the `protobuf` package (apt-get install python3-protobuf, or pip install protobuf) and the file
baton.descriptor beside this one, which proto/generate writes. As a library:

    client = Client("127.0.0.1:7070", token="secret")
    reply = client.call("Server", "Ping", payload=b"hello", idempotent=True)

As a program it makes one call, or plays a telephone call whose customer lines stand in a file:

    baton_client.py --address 127.0.0.1:7070 ping
    baton_client.py --address 127.0.0.1:7070 call Diagnosis GetCall '{"call_id": "demo"}'
    baton_client.py --address 127.0.0.1:7070 play vpn-call.txt
"""

import argparse
import os
import random
import socket
import struct
import sys
import time

try:
    from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory
except ImportError:
    if __name__ != "__main__":
        raise
    sys.exit(
        f"baton_client: {sys.executable} has no protobuf package: for Debian's /usr/bin/python3 run "
        "apt-get install python3-protobuf, for another one run its pip install protobuf"
    )

HEADER = struct.Struct(">IIBB")  # length, stream, type, flags
REQUEST, RESPONSE = 1, 2
FRAME_LIMIT = 64 * 1024
LARGE_FRAME_LIMIT = 4 * 1024 * 1024
LONGEST_PAUSE = 5.0  # seconds between two tries
LONGEST_WAIT = 60_000  # milliseconds that one AwaitLookups may wait

CODES = [
    "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND",
    "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED",
    "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
]  # fmt: skip


# Methods whose messages are not called METHODRequest and METHODReply, as the tables of PROTOCOL.md have them.
MESSAGES = {
    ("Handoff", "Get"): ("GetHandoffRequest", "HandoffDetail"),
    ("Handoff", "List"): ("ListHandoffsRequest", "ListHandoffsReply"),
    ("Handoff", "Claim"): ("ClaimRequest", "HandoffDetail"),
    ("Handoff", "Rate"): ("RateRequest", "HandoffDetail"),
    ("Handoff", "RecordOutcome"): ("RecordOutcomeRequest", "HandoffDetail"),
    ("Handoff", "Metrics"): ("CallMetricsRequest", "CallMetricsReply"),
}


class Status(Exception):
    """How a call failed: the name of a google.rpc code, and a message for people."""

    def __init__(self, code, message):
        super().__init__(f"{code}: {message}")
        self.code, self.message = code, message


class Messages:
    """The message classes, made from the descriptors of proto/*.proto."""

    def __init__(self, path=None):
        path = path or os.path.join(os.path.dirname(os.path.abspath(__file__)), "baton.descriptor")
        with open(path, "rb") as file:
            files = descriptor_pb2.FileDescriptorSet.FromString(file.read())
        self.pool = descriptor_pool.DescriptorPool()
        for proto in files.file:
            self.pool.Add(proto)

    def of(self, service, method):
        """The classes of a method's request and reply; raises Status where there is no such method."""
        request, reply = MESSAGES.get((service, method), (method + "Request", method + "Reply"))
        try:
            return self(request), self(reply)
        except KeyError:
            raise Status("UNIMPLEMENTED", f"{service} has no method {method}: see the tables of PROTOCOL.md") from None

    def __call__(self, name):
        """The class of a message, such as `TurnRequest` or `ttrpc.Request`."""
        full = name if "." in name else "baton.v1." + name
        descriptor = self.pool.FindMessageTypeByName(full)
        if hasattr(message_factory, "GetMessageClass"):
            return message_factory.GetMessageClass(descriptor)
        return message_factory.MessageFactory(self.pool).GetPrototype(descriptor)


class Client:
    """One connection, one call at a time; connects when it has to.

    `timeout` is the seconds that a call may take, `attempts` how often it is tried at most within them.
    """

    def __init__(self, address, token=None, timeout=10.0, attempts=sys.maxsize, messages=None):
        self.address, self.token = address, token
        self.timeout, self.attempts = timeout, attempts
        self.messages = messages or Messages()
        self._socket = None
        self._stream = 1

    def call(self, service, method, request=None, idempotent=False, timeout=None, **fields):
        """Calls a method and returns its reply; raises Status.

        `request` is a message, or its fields are given by name. A call that is `idempotent` is sent again when the
        connection breaks or the server answers UNAVAILABLE, until its time is over; another one only when the server
        can't have seen it.
        """
        request_class, reply_class = self.messages.of(service, method)
        if request is None:
            request = request_class(**fields)
        deadline = time.monotonic() + (self.timeout if timeout is None else timeout)
        pause = 0.05
        for attempt in range(self.attempts):
            sent = False
            try:
                self._connect(deadline)
                sent = True
                payload = self._exchange(service, method, request.SerializeToString(), deadline)
                return reply_class.FromString(payload)
            except socket.timeout:
                self.close()
                failure = Status("DEADLINE_EXCEEDED", f"no reply from {self.address} in time")
            except OSError as error:
                self.close()
                failure = Status("UNAVAILABLE", f"{self.address}: {error}")
            except Status as status:
                failure = status
            wait = pause * random.uniform(0.5, 1)
            last = attempt + 1 == self.attempts or time.monotonic() + wait >= deadline
            if last or failure.code != "UNAVAILABLE" or (sent and not idempotent):
                raise failure
            time.sleep(wait)
            pause = min(pause * 2, LONGEST_PAUSE)

    def close(self):
        """Gives the connection up; the next call makes a new one."""
        if self._socket:
            self._socket.close()
            self._socket = None

    def _connect(self, deadline):
        if self._socket and self._is_stale():
            self.close()
        if self._socket:
            return
        if self.address.startswith("unix:"):
            self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            target = self.address[len("unix:") :]
        else:
            host, _, port = self.address.rpartition(":")
            host = host.strip("[]")
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            self._socket = socket.socket(family, socket.SOCK_STREAM)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            target = (host, int(port))
        self._socket.settimeout(self._left(deadline))
        self._socket.connect(target)

    def _is_stale(self):
        """Whether the server has closed the connection since the last call."""
        self._socket.setblocking(False)
        try:
            self._socket.recv(1, socket.MSG_PEEK)
            return True  # closed, or bytes that nobody asked for
        except BlockingIOError:
            return False
        except OSError:
            return True

    def _exchange(self, service, method, payload, deadline):
        request = self.messages("ttrpc.Request")(
            service="baton.v1." + service,
            method=method,
            payload=payload,
            timeout_nano=int(self._left(deadline) * 1e9),
        )
        frames = b""
        if self.token:
            request.metadata.add(key="authorization", value="Bearer " + self.token)
            if request.ByteSize() > FRAME_LIMIT:
                # The server takes large frames once it has accepted a token on the connection.
                ping = self.messages("ttrpc.Request")(service="baton.v1.Server", method="Ping")
                ping.metadata.extend(request.metadata)
                frames = self._frame(ping)
        if request.ByteSize() > LARGE_FRAME_LIMIT:
            size = request.ByteSize()
            raise Status("RESOURCE_EXHAUSTED", f"the request has {size} bytes, the limit is {LARGE_FRAME_LIMIT}")
        frames += self._frame(request)
        self._socket.settimeout(self._left(deadline))
        self._socket.sendall(frames)
        while True:
            length, stream, kind, _ = HEADER.unpack(self._receive(HEADER.size, deadline))
            if length > LARGE_FRAME_LIMIT:
                self.close()
                raise Status("INTERNAL", f"the server sent a frame of {length} bytes")
            body = self._receive(length, deadline)
            if kind == RESPONSE and stream == self._stream:
                break
        response = self.messages("ttrpc.Response").FromString(body)
        code = response.status.code
        if code:
            raise Status(CODES[code] if code < len(CODES) else "UNKNOWN", response.status.message)
        return response.payload

    def _frame(self, request):
        self._stream = (self._stream + 2) & 0xFFFFFFFF
        body = request.SerializeToString()
        return HEADER.pack(len(body), self._stream, REQUEST, 0) + body

    def _receive(self, count, deadline):
        received = bytearray()
        while len(received) < count:
            self._socket.settimeout(self._left(deadline))
            piece = self._socket.recv(count - len(received))
            if not piece:
                raise ConnectionResetError("the server closed the connection")
            received += piece
        return bytes(received)

    @staticmethod
    def _left(deadline):
        left = deadline - time.monotonic()
        if left <= 0:
            raise socket.timeout()
        return left


def play(client, lines, call_id=None, caller="", out=print):
    """Plays a call: each line is what the customer says.

    A line `@SYSTEM FACT VALUE` is a fact that a system has measured, `(silence)` says nothing, as long as the call
    waits for a system if it does, `(hang up)` ends the call; empty lines and lines that begin with # are passed over.
    Returns the last reply.
    """
    call_id = call_id or f"play-{os.getpid()}-{int(time.time())}"
    start = client.call("Diagnosis", "StartCall", call_id=call_id, caller=caller, idempotent=True)
    if start.to_person:
        out(f"(a person takes the call: {start.queue})")
        return None
    reply, turn = start.reply, 0
    out(f"Baton:    {reply.say}")
    for number, line in enumerate(lines):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            system, fact, value = line[1:].split(None, 2)
            facts = [{"fact": fact, "value": value}]
            client.call(
                "Diagnosis", "AddFacts", call_id=call_id, request_id=f"line-{number}", system=system,
                facts=facts, idempotent=True,
            )  # fmt: skip
            out(f"{system}: {fact} = {value}")
            continue
        out(f"Customer: {line}")
        if line == "(silence)":
            await_lookups(client, reply)
        turn += 1
        reply = client.call(
            "Diagnosis", "Turn", call_id=call_id, turn=turn, input=spoken(line), idempotent=True
        )
        if reply.say:
            out(f"Baton:    {reply.say}")
        if reply.outcome:
            break
    outcome = reply.DESCRIPTOR.fields_by_name["outcome"].enum_type.values_by_number[reply.outcome].name
    out(f"(call {call_id}: {outcome}{', queue ' + reply.queue if reply.queue else ''})")
    return reply


def await_lookups(client, reply):
    """Returns when the call of a reply waits for no system any more, or the reply's `wait_ms` have passed."""
    if reply.expects.waiting:
        wait = min(reply.expects.wait_ms, LONGEST_WAIT)
        client.call(
            "Diagnosis", "AwaitLookups", call_id=reply.call_id, wait_ms=wait, idempotent=True,
            timeout=wait / 1000 + client.timeout,
        )  # fmt: skip


def spoken(line):
    """The input of a turn in which the customer says `line`."""
    if line == "(hang up)":
        return {"hang_up": {}}
    if line == "(silence)":
        return {"silence": {"duration_ms": 5000}}
    return {"speech": {"alternatives": [{"text": line}]}}


def main():
    parser = argparse.ArgumentParser(description="Calls Baton's servers.")
    parser.add_argument("--address", required=True, help="127.0.0.1:7070, [::1]:7070 or unix:/path")
    parser.add_argument("--token-file", help="file that holds the token")
    parser.add_argument("--timeout", type=float, default=10.0, help="seconds a call may take")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("ping", help="ask for a sign of life")
    one = commands.add_parser("call", help="make one call and print its reply as JSON")
    one.add_argument("service", help="Diagnosis, Catalog, Handoff or Server")
    one.add_argument("method")
    one.add_argument("request", nargs="?", default="{}", help="its request as JSON")
    script = commands.add_parser("play", help="play a telephone call")
    script.add_argument("script", help="file with one line for each thing that the customer says")
    script.add_argument("--call-id", help="name of the call; one is made up otherwise")
    script.add_argument("--caller", default="", help="the caller's number")
    options = parser.parse_args()
    token = None
    if options.token_file:
        with open(options.token_file, encoding="utf-8") as file:
            token = file.read().strip()
    # A customer waits while a server starts again; who makes one call wants to hear that it is away.
    attempts = sys.maxsize if options.command == "play" else 3
    client = Client(options.address, token, options.timeout, attempts)
    try:
        if options.command == "ping":
            begin = time.monotonic()
            client.call("Server", "Ping", idempotent=True)
            print(f"{options.address} answers in {(time.monotonic() - begin) * 1e3:.2f} ms")
        elif options.command == "call":
            request = client.messages.of(options.service, options.method)[0]()
            try:
                json_format.Parse(options.request, request)
            except json_format.ParseError as error:
                words = " ".join(str(error).split())
                sys.exit(f"baton_client: the request is no {request.DESCRIPTOR.name} in JSON: {words}")
            reply = client.call(options.service, options.method, request)
            print(json_format.MessageToJson(reply, preserving_proto_field_name=True))
        else:
            with open(options.script, encoding="utf-8") as file:
                play(client, file, options.call_id, options.caller)
    except Status as status:
        sys.exit(f"baton_client: {status}")
    except OSError as error:
        sys.exit(f"baton_client: {error}")


if __name__ == "__main__":
    main()
