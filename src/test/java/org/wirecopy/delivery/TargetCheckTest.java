package org.wirecopy.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetCheckTest {
  private static final List<NetworkRange> NONE = List.of();

  @ParameterizedTest(name = "{0} at {1} with {2} allowed: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "acme.example|93.184.216.34||true",
        "acme.example|93.184.216.34 2606:4700:4700::1111||true",
        "acme.example|10.0.0.1||false",
        "acme.example|93.184.216.34 10.0.0.1||false",
        "acme.example|127.0.0.1||false",
        "localhost|127.0.0.1 ::1||true",
        "localhost|10.0.0.1||false",
        "localhost.acme.example|127.0.0.1||false",
        "127.0.0.2|127.0.0.2||true",
        "127.0.0.2.nip.example|127.0.0.2||false",
        "acme.example|10.1.2.3|10.1.0.0/16|true",
        "acme.example|10.2.2.3|10.1.0.0/16|false",
        "acme.example|10.1.2.3 10.2.2.3|10.1.0.0/16|false",
        "acme.example|127.0.0.1|127.0.0.0/8|true",
        "acme.example|169.254.169.254|0.0.0.0/0|false",
        "acme.example|169.254.169.254|169.254.169.254/32|true",
        "acme.example|fd00:ec2::254|fc00::/7|false",
        "acme.example|fd12::1|fc00::/7|true",
        "acme.example|10.1.2.3|0.0.0.0/0|true",
      })
  void decidesByEveryAddress(String host, String addresses, String allowed, boolean fine)
      throws UnknownHostException {
    InetAddress[] all =
        Stream.of(addresses.split(" ")).map(NetworkRange::literal).toArray(InetAddress[]::new);
    List<NetworkRange> ranges =
        allowed == null ? NONE : Stream.of(allowed.split(" ")).map(NetworkRange::parse).toList();
    TargetCheck check = new TargetCheck();
    if (fine) {
      check.check(host, all, ranges);
      assertThat(all).isNotEmpty();
    } else {
      assertThatThrownBy(() -> check.check(host, all, ranges))
          .isInstanceOf(ForbiddenTargetException.class)
          .hasMessageContaining(host)
          .hasMessageContaining("allowedNetworks");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "10/8",
        "10.0.0/8",
        "010.0.0.0/8",
        "10.0.0.256/8",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "10.0.0.0/8/8",
        "10.0.0.0/08",
        "fd00::/129",
        "fd00::/x",
        "acme.example/8",
        "fe80::1%eth0/64",
        ":/1"
      })
  void rangesOfAnotherFormAreRefused(String text) {
    assertThatThrownBy(() -> NetworkRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
