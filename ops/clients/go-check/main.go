// Calls one method of a ttrpc server and prints how that ended: an independent client for the tests.
//
//	go-check [-token TOKEN] [-timeout 5s] [-count N] ADDRESS SERVICE METHOD PAYLOAD-IN-HEX
//
// ADDRESS is 127.0.0.1:7070 or unix:/path. A reply is printed as hex, a status as its number and message.
package main

import (
	"context"
	"encoding/hex"
	"flag"
	"fmt"
	"net"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/containerd/ttrpc"
	"google.golang.org/grpc/status"
)

// raw is a message whose bytes are given: the codec asks gogo's interfaces for them.
type raw struct{ bytes []byte }

func (m *raw) Reset()                   { m.bytes = nil }
func (m *raw) String() string           { return hex.EncodeToString(m.bytes) }
func (m *raw) ProtoMessage()            {}
func (m *raw) Marshal() ([]byte, error) { return m.bytes, nil }
func (m *raw) Unmarshal(b []byte) error { m.bytes = append([]byte(nil), b...); return nil }

func main() {
	token := flag.String("token", "", "sent as authorization")
	timeout := flag.Duration("timeout", 5*time.Second, "of the call")
	count := flag.Int("count", 1, "calls made at the same time")
	flag.Parse()
	if flag.NArg() != 4 {
		flag.Usage()
		os.Exit(2)
	}
	payload, err := hex.DecodeString(flag.Arg(3))
	if err != nil {
		fmt.Fprintln(os.Stderr, "the payload is not hex:", err)
		os.Exit(2)
	}
	network, address := "tcp", flag.Arg(0)
	if strings.HasPrefix(address, "unix:") {
		network, address = "unix", strings.TrimPrefix(address, "unix:")
	}
	connection, err := net.Dial(network, address)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	client := ttrpc.NewClient(connection)
	ctx, cancel := context.WithTimeout(context.Background(), *timeout)
	defer cancel()
	if *token != "" {
		ctx = ttrpc.WithMetadata(ctx, ttrpc.MD{"authorization": []string{"Bearer " + *token}})
	}
	lines := make([]string, *count)
	var group sync.WaitGroup
	for index := range lines {
		group.Add(1)
		go func(index int) {
			defer group.Done()
			var reply raw
			err := client.Call(ctx, flag.Arg(1), flag.Arg(2), &raw{payload}, &reply)
			if err != nil {
				answer := status.Convert(err)
				lines[index] = fmt.Sprintf("status %d %s", answer.Code(), answer.Message())
				return
			}
			lines[index] = "reply " + hex.EncodeToString(reply.bytes)
		}(index)
	}
	group.Wait()
	for _, line := range lines {
		fmt.Println(line)
	}
}
