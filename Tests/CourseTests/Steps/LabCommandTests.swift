import Course
import Testing

/// What commands of lab guides ask of the machine.
struct LabCommandTests {
  @Test(arguments: [
    // robots
    ("ros2 run a b", "service"), ("ros2 node list", ""), ("ros2 topic echo /a", "service"),
    ("ros2 topic pub --once /a b", ""), ("ros2 topic list", ""), ("ros2 run --help", ""),
    ("rosdep install --from-path src -yi", "network"), ("colcon build", ""),
    ("npm run start:dev", "service"), ("npm run dev:setup", ""), ("npm run test:watch", ""),
    ("mvn clean vertx:run", "network service"), ("mvn clean install", "network"),
    ("ssh-copy-id me@host", "interactive network"),
    ("telnet localhost 80", "interactive"), ("sudo kubelet", "root service"),
    ("singularity exec docker://ubuntu ls", "network"), ("singularity exec a.sif ls", ""),
    ("dd if=/dev/zero of=a.img", ""), ("sudo dd if=a.img of=/dev/sdb", "destructive root"),
    ("dd if=/dev/sda of=/dev/null", ""), ("git clean -ffdX", "destructive"),
    ("git clean -ffdn", ""), ("gdb ./a", "interactive"), ("gdb -batch ./a", ""),
    ("mosquitto_sub -t a -d", "service"), ("mosquitto_sub -t a -C 1", ""),
    ("echo 1 > /sys/a", "root"),
    ("openssl enc -aes-256 -P", "interactive"), ("openssl enc -pass pass:$A", ""),
    ("aws a $(date -u +%H:%M)", "network"), ("qemu-system-arm -M a", "interactive"),
  ])
  func `a command has its traits`(command: String, traits: String) {
    let page = Page(path: "a.md", bytes: Array("# T\n\n```bash\n\(command)\n```\n".utf8))
    let found = page.steps.first?.traits.map(\.rawValue).sorted().joined(separator: " ")
    #expect(found == traits)
  }
}
